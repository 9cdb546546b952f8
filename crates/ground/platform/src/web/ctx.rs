//! The context of a request: who, where, in which language; the store, and every kind of answer.

use super::address::Address;
use super::failure::{Answer, Failure, status};
use super::menu::{MenuLine, rank};
use crate::access::{Session, Side};
use crate::app::App;
use crate::communes::Commune;
use crate::context;
use crate::templates::Setting;
use crate::words::Arg;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::IntoResponse;
use kernel::{Day, Lang, Moment, Refusal};
use minijinja::Value as Any;
use minijinja::value::Serde;
use serde::Serialize;
use std::net::IpAddr;
use std::sync::Arc;
use store::{Actor, Permission, Problem, Result, Scope, Tx};

/// One request in one commune. Cheap to clone.
#[derive(Clone)]
pub struct Ctx {
    pub(crate) app: App,
    pub(crate) address: Arc<Address>,
    pub lang: Lang,
    pub actor: Actor,
    pub(crate) session: Option<Arc<Session>>,
    pub(crate) visitor: IpAddr,
    /// Message key of a notice left by the page before.
    pub(crate) notice: Option<String>,
    pub(crate) secure: bool,
}

impl FromRequestParts<App> for Ctx {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> std::result::Result<Self, Failure> {
        parts.extensions.get::<Ctx>().cloned().ok_or_else(|| Problem::internal("no context").into())
    }
}

impl Ctx {
    /// The context of work that no person asked for, such as an effect job.
    pub fn house(app: &App, commune: &Arc<Commune>) -> Ctx {
        Ctx {
            app: app.clone(),
            address: Arc::new(Address {
                host: String::new(),
                commune: commune.clone(),
                lang: None,
                bare_prefix: app.prefix_of(commune),
                path: "/".into(),
                query: None,
            }),
            lang: Lang::Ar,
            actor: Actor::system(),
            session: None,
            visitor: IpAddr::from([127, 0, 0, 1]),
            notice: None,
            secure: true,
        }
    }

    pub fn commune(&self) -> &Arc<Commune> {
        &self.address.commune
    }

    pub fn app(&self) -> &App {
        &self.app
    }

    pub fn session(&self) -> Option<&Session> {
        self.session.as_deref()
    }

    pub fn now(&self) -> Moment {
        self.app.store().clock().now()
    }

    pub fn today(&self) -> Day {
        self.now().day()
    }

    pub fn may(&self, permission: Permission) -> bool {
        self.actor.may(permission)
    }

    pub fn query(&self) -> super::Fields {
        super::Fields::from_query(self.address.query.as_deref())
    }

    /// The address of who asks; only a keyed hash of it may be stored.
    pub fn visitor(&self) -> IpAddr {
        self.visitor
    }

    pub fn path(&self) -> &str {
        &self.address.path
    }

    fn scope(&self) -> Scope {
        Scope { tenant: self.address.commune.code.clone(), actor: self.actor.clone() }
    }

    /// Asks questions on one snapshot.
    pub async fn read<T: Send + 'static>(&self, body: impl FnMut(&mut Tx) -> Result<T> + Send + 'static) -> Result<T> {
        self.app.store().read(self.scope(), body).await
    }

    /// Asks a question whose answer is somebody's own: the looks that it notes are written before the answer is here.
    pub async fn look<T: Send + 'static>(&self, body: impl FnMut(&mut Tx) -> Result<T> + Send + 'static) -> Result<T> {
        self.app.store().look(self.scope(), body).await
    }

    /// Runs an action; answers after its commit. The body may run more than once.
    pub async fn write<T: Send + 'static>(&self, body: impl FnMut(&mut Tx) -> Result<T> + Send + 'static) -> Result<T> {
        self.app.store().write(self.scope(), body).await
    }

    /// The same in the name of the house: for a step that the visitor has no right to by himself, such as sign-in.
    pub async fn write_as_house<T: Send + 'static>(&self, body: impl FnMut(&mut Tx) -> Result<T> + Send + 'static) -> Result<T> {
        self.app.store().write(Scope::system(self.address.commune.code.clone()), body).await
    }

    /// Seals and stores a file before the row that names it.
    pub async fn keep_file(&self, content: Vec<u8>) -> Result<String> {
        let (blobs, tenant) = (self.app.blobs().clone(), self.address.commune.code.clone());
        blocking(move || blobs.put(&tenant, &content)).await
    }

    /// The content of a sealed file of this commune.
    pub async fn file(&self, address: &str) -> Result<Vec<u8>> {
        let (blobs, tenant, address) = (self.app.blobs().clone(), self.address.commune.code.clone(), address.to_owned());
        blocking(move || blobs.get(&tenant, &address)).await
    }

    /// A message as plain text in the page's language.
    pub fn text(&self, key: &str, args: &[(&str, &str)]) -> String {
        let args: Vec<(String, Arg)> = args.iter().map(|(name, value)| ((*name).to_owned(), Arg::from_text(value))).collect();
        self.app.words().text(self.lang, key, &args)
    }

    /// A refusal as a sentence in the page's language.
    pub fn sentence(&self, refusal: &Refusal) -> String {
        self.app.words().refusal(self.lang, refusal)
    }

    /// An address of this commune in this language.
    pub fn url(&self, path: &str) -> String {
        format!("{}/{}{}", self.address.bare_prefix, self.lang.code(), if path == "/" { "" } else { path })
    }

    /// An address of this commune without a language, for machine formats.
    pub fn bare_url(&self, path: &str) -> String {
        format!("{}{path}", self.address.bare_prefix)
    }

    /// The full address of this commune that people type, for papers, messages and feeds.
    pub fn full_url(&self, path: &str) -> String {
        format!("{}{}", self.app.public_url(), path)
    }

    /// The origin at which browsers know this commune. What a request says of its host only chooses among those that the house
    /// knows of; without a public address the machine itself may go by its name.
    pub fn origin(&self) -> String {
        let (public, host) = (self.app.public_url(), self.address.host.as_str());
        let known =
            Some(host) == self.commune().host.as_deref() || (host == "localhost" && self.app.config().public_url.is_empty());
        origin(&public, known.then_some(host))
    }

    /// A page: the template sees the model as `m`, and what every page shows.
    pub async fn page(&self, template: &str, model: impl Serialize) -> Answer {
        self.page_with(StatusCode::OK, template, model).await
    }

    pub async fn page_with(&self, code: StatusCode, template: &str, model: impl Serialize) -> Answer {
        let html = self.render(template, model, None).await?;
        let mut response = (code, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response();
        if self.notice.is_some() {
            let gone = HeaderValue::from_static("notice=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
            response.headers_mut().append(header::SET_COOKIE, gone);
        }
        Ok(response)
    }

    /// Shows a form again with what was typed and what is wrong. Problems that no form can mend pass on.
    pub async fn form_again<M: Serialize>(
        &self,
        problem: Problem,
        template: &str,
        model: impl FnOnce(Vec<FieldError>) -> M,
    ) -> Answer {
        let status = status(&problem);
        let errors = self.errors(problem)?;
        self.page_with(status, template, model(errors)).await
    }

    /// What a person can mend, as errors of the page; everything else passes on.
    pub fn errors(&self, problem: Problem) -> Result<Vec<FieldError>> {
        let refusals = match problem {
            Problem::Refused(refusal) | Problem::Conflict(refusal) => vec![refusal],
            Problem::Invalid(refusals) => refusals,
            other => return Err(other),
        };
        let one =
            |refusal: &Refusal| FieldError { name: refusal.field.clone().unwrap_or_default(), text: self.sentence(refusal) };
        Ok(refusals.iter().map(one).collect())
    }

    pub(crate) async fn render(&self, template: &str, model: impl Serialize, alone: Option<&Problem>) -> Result<String> {
        let menu = if alone.is_some() { Vec::new() } else { self.menu().await? };
        self.compose(template, model, menu)
    }

    /// A template with the sample of its module, as the sweep asks.
    pub(crate) fn compose_sample(&self, template: &str, model: &serde_json::Value) -> Result<String> {
        self.compose(template, model, Vec::new())
    }

    fn compose(&self, template: &str, model: impl Serialize, menu: Vec<MenuLine>) -> Result<String> {
        let languages: Vec<_> = Lang::ALL
            .into_iter()
            .map(|lang| context! { code => lang.code(), name => language_name(lang), url => self.address.in_language(lang), current => lang == self.lang })
            .collect();
        let commune = &self.address.commune;
        let profile = &commune.profile;
        let notices: Vec<_> = self.notice.iter().map(|key| context! { kind => "done", text => self.text(key, &[]) }).collect();
        let base = context! {
            lang => self.lang.code(),
            dir => self.lang.dir(),
            commune => context! {
                code => &*commune.code, slug => commune.slug, name => commune.name.text(self.lang), names => &commune.name,
                motto => profile.motto.as_ref().map(|motto| motto.text(self.lang)),
                emblem_url => profile.emblem.as_ref().map(|blob| self.bare_url(&format!("/emblem/{}", &blob[..blob.len().min(16)]))),
                colour => profile.colour, phone => profile.phone, email => profile.email, cndp => profile.cndp,
                address => profile.address.as_ref().map(|label| label.text(self.lang)),
                hours => profile.hours.as_ref().map(|label| label.text(self.lang)),
            },
            languages => languages,
            me => self.session.as_ref().map(|session| context! { name => session.name, kind => session.side.as_str(), home => if session.side == Side::Staff { first(&menu) } else { self.app.personal() }, unread => menu.iter().filter(|item| item.icon == "bell").map(|item| item.count.unwrap_or(0)).sum::<i64>() }),
            menu => menu,
            notices => notices,
            demo => self.app.config().demo,
            as_of => (),
            page_path => self.address.path,
            today => self.today().to_string(),
            csrf => "",
            m => model,
        };
        let setting = Setting {
            lang: Some(self.lang),
            prefix: format!("{}/{}", self.address.bare_prefix, self.lang.code()),
            bare_prefix: self.address.bare_prefix.clone(),
        };
        self.app.templates().render(template, &setting, Any::from(Serde(base)))
    }

    /// Where work begins: the first page of the menu that needs a permission which this person holds, desk and administration
    /// before windows.
    pub fn first_page(&self) -> Option<&'static str> {
        let may_open = |item: &&crate::module::MenuItem| item.permission.is_some_and(|needed| self.may(needed));
        let mut items: Vec<_> = self.app.menu().iter().filter(may_open).collect();
        items.sort_by_key(|item| match rank(item.path) {
            2 => 4,
            rank => rank,
        });
        items.first().map(|item| item.path)
    }

    /// Sends the browser to another page of this commune.
    pub fn go(&self, path: &str) -> Answer {
        Ok((StatusCode::SEE_OTHER, [(header::LOCATION, self.url(path))]).into_response())
    }

    /// The same, with a sentence that the next page shows once.
    pub fn go_saying(&self, path: &str, notice: &str) -> Answer {
        let secure = if self.secure { "; Secure" } else { "" };
        let cookie = format!("notice={notice}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax{secure}");
        Ok((StatusCode::SEE_OTHER, [(header::LOCATION, self.url(path)), (header::SET_COOKIE, cookie)]).into_response())
    }

    pub fn json(&self, value: impl Serialize) -> Answer {
        let body = serde_json::to_string(&value).map_err(Problem::from)?;
        Ok(([(header::CONTENT_TYPE, "application/json; charset=utf-8")], body).into_response())
    }

    /// A body of any other kind, such as CSV or XML.
    pub fn body(&self, kind: &'static str, body: impl Into<Vec<u8>>) -> Answer {
        Ok(([(header::CONTENT_TYPE, kind)], body.into()).into_response())
    }

    /// The cookie of a session that has just begun.
    pub fn sign_in(&self, token: &str, side: Side, path: &str) -> Answer {
        let age = if side == Side::Citizen { "; Max-Age=2592000" } else { "" };
        Ok((StatusCode::SEE_OTHER, [(header::LOCATION, self.url(path)), (header::SET_COOKIE, self.cookie(token, age))])
            .into_response())
    }

    /// Forgets the cookie; the session itself is ended by the module.
    pub fn sign_out(&self, path: &str) -> Answer {
        Ok((StatusCode::SEE_OTHER, [(header::LOCATION, self.url(path)), (header::SET_COOKIE, self.cookie("", "; Max-Age=0"))])
            .into_response())
    }

    fn cookie(&self, token: &str, age: &str) -> String {
        // `__Host-` ties the cookie to this host over HTTPS; plain HTTP is for development and closed networks.
        let name = cookie_name(self.secure);
        let secure = if self.secure { "; Secure" } else { "" };
        format!("{name}={token}; Path=/; HttpOnly; SameSite=Lax{secure}{age}")
    }

    /// The same person's request in the name of a program's key (Open311 sends it in the body).
    pub fn acting_as(&self, actor: Actor) -> Ctx {
        Ctx { actor, ..self.clone() }
    }

    /// The same request answered in another language: a paper speaks the language of its case.
    pub fn speaking(&self, lang: Lang) -> Ctx {
        Ctx { lang, ..self.clone() }
    }

    /// The same request for another commune that a parameter names. Nobody is signed in there.
    pub fn in_commune(&self, commune: &Arc<Commune>) -> Ctx {
        let bare_prefix = self.app.prefix_of(commune);
        let address = Address { commune: commune.clone(), bare_prefix, ..(*self.address).clone() };
        Ctx { address: Arc::new(address), actor: Actor::Public, session: None, ..self.clone() }
    }
}

/// What is wrong with one field, as a sentence.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FieldError {
    /// The field's name; empty when it concerns the whole form.
    pub name: String,
    pub text: String,
}

/// Scheme, host and port of an address, perhaps with another host.
fn origin(address: &str, host: Option<&str>) -> String {
    let (scheme, rest) = address.split_once("://").unwrap_or(("https", address));
    let authority = rest.split('/').next().unwrap_or(rest);
    let Some(host) = host else { return format!("{scheme}://{authority}") };
    let port = authority.rsplit_once(':').map(|(_, port)| port).filter(|port| port.bytes().all(|byte| byte.is_ascii_digit()));
    port.map_or_else(|| format!("{scheme}://{host}"), |port| format!("{scheme}://{host}:{port}"))
}

pub(crate) fn cookie_name(secure: bool) -> &'static str {
    if secure { "__Host-jamaa" } else { "jamaa" }
}

/// Where a member of staff begins: at the files, or else at the first thing that he may open.
fn first(menu: &[MenuLine]) -> &'static str {
    let desk = menu.iter().find(|line| line.path == "/desk");
    desk.or_else(|| menu.iter().find(|line| line.path != "/")).map_or("/staff", |line| line.path)
}

fn language_name(lang: Lang) -> &'static str {
    match lang {
        Lang::Ar => "العربية",
        Lang::Fr => "Français",
        Lang::Zgh => "ⵜⴰⵎⴰⵣⵉⵖⵜ",
        Lang::En => "English",
    }
}

pub(crate) async fn blocking<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(Problem::internal)?
}

#[cfg(test)]
mod tests {
    use super::origin;

    #[test]
    fn an_origin_has_no_path_and_keeps_its_port() {
        assert_eq!(origin("https://services.example.ma", None), "https://services.example.ma");
        assert_eq!(origin("https://services.example.ma:8443/x", None), "https://services.example.ma:8443");
        assert_eq!(origin("https://services.example.ma", Some("sale.example.ma")), "https://sale.example.ma");
        assert_eq!(origin("http://127.0.0.1:8080", Some("localhost")), "http://localhost:8080");
        assert_eq!(origin("http://[::1]:8080", Some("localhost")), "http://localhost:8080");
    }
}
