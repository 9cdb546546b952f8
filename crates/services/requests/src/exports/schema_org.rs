//! One procedure as a `GovernmentService` of schema.org, for the search engines that read its page.

use super::{Facts, cost, cpsv, decision, duration};
use kernel::{Label, Lang};
use platform::Json;
use platform::json::json;
use procedures::{Catalog, Fee, Procedure};

/// The data block of a procedure's page, in the language of the page. A template writes it with `tojson`, which escapes `<`,
/// `>`, `&` and `'`, so that no title can end the block.
pub fn schema_org(procedure: &Procedure, catalog: &Catalog, facts: &Facts, lang: Lang) -> Json {
    let (service, page) = (&procedure.service, facts.page(&procedure.id, lang));
    let text = |label: &Label| label.text(lang).to_owned();
    let say = |key: &str| text(&facts.say(key));
    let area = json!({ "@type": "AdministrativeArea", "name": text(&facts.name), "identifier": facts.code });
    let audience = catalog.look_up.audience.iter().filter(|group| service.offered_to.audience.contains(&group.id));
    let category = catalog.look_up.service.iter().find(|group| group.id == service.offered_to.service);
    let outputs = service.outputs.iter().filter(|output| cpsv::is_given(output));
    let mut block = json!({
        "@context": "https://schema.org", "@type": "GovernmentService", "@id": facts.procedure(&procedure.id), "url": page,
        "identifier": procedure.code, "name": text(&procedure.title), "description": text(procedure.hint.as_ref().unwrap_or(&procedure.title)),
        "serviceType": say(&format!("requests-kind-{}", procedure.kind)), "category": category.map(|group| text(&group.name)),
        "provider": organization(facts, lang), "serviceOperator": { "@type": "GovernmentOrganization", "name": text(&service.issuer) },
        "areaServed": area, "jurisdiction": area,
        "audience": audience.map(|group| json!({ "@type": "Audience", "audienceType": text(&group.name) })).collect::<Vec<_>>(),
        "availableChannel": channels(procedure, facts, lang),
        "offers": service.fees.iter().map(|fee| offer(catalog, fee, lang)).collect::<Vec<_>>(),
        "serviceOutput": outputs.map(|output| json!({ "@type": "GovernmentPermit", "name": text(&output.title) })).collect::<Vec<_>>(),
    });
    if service.fees.is_empty() {
        block["offers"] = json!([{ "@type": "Offer", "name": say("requests-no-fees"), "price": "0.00", "priceCurrency": "MAD" }]);
    }
    if service.issuer.text(lang).is_empty() {
        block["serviceOperator"] = block["provider"].clone();
    }
    drop_empty(&mut block);
    block
}

fn organization(facts: &Facts, lang: Lang) -> Json {
    json!({
        "@type": "GovernmentOrganization", "@id": facts.shared("commune", &facts.code), "name": facts.name.text(lang),
        "identifier": facts.code, "url": format!("{}/{}", facts.base, lang.code()), "telephone": facts.phone, "email": facts.email,
        "address": facts.address.as_ref().map(|address| json!({ "@type": "PostalAddress", "streetAddress": address.text(lang), "addressCountry": "MA" })),
    })
}

fn channels(procedure: &Procedure, facts: &Facts, lang: Lang) -> Json {
    let time = decision(procedure).map(duration);
    let hours = procedure.service.hours.as_ref().or(facts.hours.as_ref());
    let name = |key: &str| facts.say(key).text(lang).to_owned();
    json!([
        {
            "@type": "ServiceChannel", "name": name("cases-channel-web"), "serviceUrl": format!("{}/start", facts.page(&procedure.id, lang)),
            "availableLanguage": Lang::ALL.map(Lang::code), "processingTime": time,
        },
        {
            "@type": "ServiceChannel", "name": name("requests-channel-counter"), "processingTime": time,
            "serviceLocation": {
                "@type": "Place", "name": facts.name.text(lang), "telephone": facts.phone,
                "description": hours.map(|hours| hours.text(lang)), "address": facts.address.as_ref().map(|address| address.text(lang)),
            },
        },
    ])
}

/// A fee: with its price when it is fixed, with its name alone when it follows from answers.
fn offer(catalog: &Catalog, fee: &Fee, lang: Lang) -> Json {
    let price = cost::price(catalog, fee).map(cost::dirhams);
    json!({ "@type": "Offer", "name": fee.label.text(lang), "priceCurrency": price.as_ref().map(|_| "MAD"), "price": price })
}

/// Leaves out what the commune has not said.
fn drop_empty(value: &mut Json) {
    let is_empty = |value: &Json| match value {
        Json::Null => true,
        Json::String(text) => text.is_empty(),
        Json::Array(list) => list.is_empty(),
        _ => false,
    };
    match value {
        Json::Object(object) => {
            object.values_mut().for_each(drop_empty);
            object.retain(|_, value| !is_empty(value));
        }
        Json::Array(list) => list.iter_mut().for_each(drop_empty),
        _ => {}
    }
}
