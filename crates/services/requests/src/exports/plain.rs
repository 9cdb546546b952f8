//! The catalogue as plain JSON for developers: the sheet of each procedure, and the formulas as they are computed.

use super::{Facts, cost, cpsv, decision, duration};
use kernel::Lang;
use platform::Json;
use platform::json::{self, json};
use procedures::{Catalog, Clock, Fee, Group, Piece, Procedure, Silence, Tariff};

/// Everything that the commune offers. Amounts are centimes of the dirham.
pub fn catalogue(catalog: &Catalog, facts: &Facts) -> Json {
    let groups = |list: &[Group]| list.iter().map(|group| json!({ "id": group.id, "name": group.name })).collect::<Vec<_>>();
    json!({
        "commune": { "code": facts.code, "name": facts.name, "url": facts.base, "phone": facts.phone, "email": facts.email,
            "address": facts.address, "hours": facts.hours },
        "licence": cpsv::LICENCE, "currency": "MAD", "standard": format!("{}/procedures.ttl", facts.base),
        "events": groups(&catalog.look_up.event), "audiences": groups(&catalog.look_up.audience), "services": groups(&catalog.look_up.service),
        "procedures": catalog.offered_requests().into_iter().map(|one| procedure(one, catalog, facts)).collect::<Vec<_>>(),
    })
}

fn procedure(procedure: &Procedure, catalog: &Catalog, facts: &Facts) -> Json {
    let service = &procedure.service;
    let page = |lang: Lang| (lang.code().to_owned(), json!(facts.page(&procedure.id, lang)));
    json!({
        "id": procedure.id, "code": procedure.code, "version": procedure.version, "kind": procedure.kind, "title": procedure.title,
        "hint": procedure.hint, "keywords": procedure.keywords, "pages": Lang::ALL.map(page).into_iter().collect::<json::Map<_, _>>(),
        "start": format!("{}/start", facts.procedure(&procedure.id)), "events": service.offered_to.events,
        "audience": service.offered_to.audience, "service": service.offered_to.service, "issuer": service.issuer, "who": service.who,
        "hours": service.hours, "identity": service.level, "basis": service.basis, "delay": decision(procedure).map(|clock| delay(clock, facts)),
        "silence_is_acceptance": service.silence == Silence::Acceptance, "appeal": procedure.action("appeal").is_some(),
        "pieces": service.pieces.iter().map(piece).collect::<Vec<_>>(),
        "fees": service.fees.iter().map(|one| fee(one, catalog)).collect::<Vec<_>>(),
        "opinions": service.opinions.iter().map(|one| json!({ "id": one.id, "title": one.title, "span": one.span, "days": one.kind, "silence": one.silence })).collect::<Vec<_>>(),
        "outputs": service.outputs.iter().filter(|one| cpsv::is_given(one)).map(|one| json!({ "id": one.id, "title": one.title, "valid": one.valid })).collect::<Vec<_>>(),
    })
}

fn delay(clock: &Clock, facts: &Facts) -> Json {
    json!({ "span": clock.span, "days": clock.kind, "duration": duration(clock), "text": facts.span(clock), "source": clock.source })
}

fn piece(piece: &Piece) -> Json {
    json!({
        "id": piece.id, "kind": piece.kind, "label": piece.label, "hint": piece.hint, "from": piece.from, "body": piece.body,
        "required": piece.required, "many": piece.many, "if": formula(piece.condition.as_deref()),
    })
}

fn fee(fee: &Fee, catalog: &Catalog) -> Json {
    let tariff =
        |one: &Tariff| json!({ "id": one.id, "unit": one.unit, "amount": one.amount, "name": one.name, "source": one.source });
    json!({
        "id": fee.id, "label": fee.label, "due": fee.due, "price": cost::price(catalog, fee), "formula": formula(Some(&fee.amount)),
        "if": formula(fee.condition.as_deref()), "tariffs": cost::tariffs(catalog, fee).into_iter().map(tariff).collect::<Vec<_>>(),
    })
}

/// JsonLogic as an object, not as the text it is declared in.
fn formula(text: Option<&str>) -> Json {
    text.and_then(|text| json::from_str(text).ok()).unwrap_or(Json::Null)
}
