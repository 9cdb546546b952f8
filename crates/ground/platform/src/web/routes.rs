//! Routes as values: method, address, who may, and the handler. None can be written without saying who may.

use crate::app::App;
use axum::handler::Handler;
use axum::http::Method;
use axum::routing::{MethodRouter, get, post};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use std::fmt;
use store::Permission;

/// Who reads the answer: a person (pages, with a language) or a program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Page,
    Machine,
}

/// Who may use a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Everybody, signed in or not.
    Public,
    /// A person with an account: citizen or staff.
    Citizen,
    /// Staff, or a program's key, with this permission in one of today's grants.
    Holds(Permission),
}

/// What the guard knows of a route.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RouteInfo {
    pub module: &'static str,
    pub method: Method,
    pub path: &'static str,
    pub access: Access,
    pub kind: Kind,
    /// Whether the last good copy is shown when the database cannot be reached.
    pub kept: bool,
}

#[derive(Clone)]
pub struct Route {
    pub info: RouteInfo,
    pub told: Told,
    pub(crate) handler: MethodRouter<App>,
}

/// Writes the schema of a type into the description of the API.
pub type SchemaOf = fn(&mut SchemaGenerator) -> Schema;

/// What the description of the API says of a route, for those who write programs: in English, as code is.
#[derive(Clone, Default)]
pub struct Told {
    pub about: &'static str,
    /// Parameters of the query with what they mean.
    pub query: &'static [(&'static str, &'static str)],
    /// Headers that are looked at, with what they mean.
    pub headers: &'static [(&'static str, &'static str)],
    /// The body: a JSON document of this schema.
    pub takes: Option<SchemaOf>,
    /// The body: a form of these fields, `file` among the names for bytes.
    pub form: &'static [(&'static str, FormPart)],
    pub answers: Option<SchemaOf>,
    /// The media type of the answer, where neither JSON nor told by the address.
    pub media: Option<&'static str>,
}

/// A field of a form that a program sends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormPart {
    Text,
    Number,
    File,
}

/// Collects the routes of one module.
pub struct Routes {
    module: &'static str,
    kind: Kind,
    pub(crate) routes: Vec<Route>,
}

impl Routes {
    pub(crate) fn new(module: &'static str, kind: Kind) -> Self {
        Routes { module, kind, routes: Vec::new() }
    }

    pub fn get<H: Handler<T, App>, T: 'static>(self, path: &'static str, permission: Permission, handler: H) -> Self {
        self.add(Method::GET, path, Access::Holds(permission), get(handler))
    }

    pub fn post<H: Handler<T, App>, T: 'static>(self, path: &'static str, permission: Permission, handler: H) -> Self {
        self.add(Method::POST, path, Access::Holds(permission), post(handler))
    }

    pub fn citizen_get<H: Handler<T, App>, T: 'static>(self, path: &'static str, handler: H) -> Self {
        self.add(Method::GET, path, Access::Citizen, get(handler))
    }

    pub fn citizen_post<H: Handler<T, App>, T: 'static>(self, path: &'static str, handler: H) -> Self {
        self.add(Method::POST, path, Access::Citizen, post(handler))
    }

    pub fn public_get<H: Handler<T, App>, T: 'static>(self, path: &'static str, handler: H) -> Self {
        self.add(Method::GET, path, Access::Public, get(handler))
    }

    pub fn public_post<H: Handler<T, App>, T: 'static>(self, path: &'static str, handler: H) -> Self {
        self.add(Method::POST, path, Access::Public, post(handler))
    }

    /// A public page whose last good copy is shown while the database is away.
    pub fn kept_get<H: Handler<T, App>, T: 'static>(self, path: &'static str, handler: H) -> Self {
        let mut routes = self.public_get(path, handler);
        if let Some(route) = routes.routes.last_mut() {
            route.info.kept = true;
        }
        routes
    }

    /// Says what the route declared last answers to a program.
    pub fn answers<T: JsonSchema>(self) -> Self {
        self.told(|told| told.answers = Some(|generator| generator.subschema_for::<T>()))
    }

    /// Says what JSON body the route declared last takes.
    pub fn takes<T: JsonSchema>(self) -> Self {
        self.told(|told| told.takes = Some(|generator| generator.subschema_for::<T>()))
    }

    /// Says what form the route declared last takes.
    pub fn takes_form(self, parts: &'static [(&'static str, FormPart)]) -> Self {
        self.told(|told| told.form = parts)
    }

    /// Says in one sentence what the route declared last does.
    pub fn about(self, sentence: &'static str) -> Self {
        self.told(|told| told.about = sentence)
    }

    /// Names the parameters of the query.
    pub fn query(self, names: &'static [(&'static str, &'static str)]) -> Self {
        self.told(|told| told.query = names)
    }

    /// Names the headers that are looked at.
    pub fn header(self, names: &'static [(&'static str, &'static str)]) -> Self {
        self.told(|told| told.headers = names)
    }

    /// Names the media type of the answer.
    pub fn media(self, media: &'static str) -> Self {
        self.told(|told| told.media = Some(media))
    }

    fn told(mut self, tell: impl FnOnce(&mut Told)) -> Self {
        if let Some(route) = self.routes.last_mut() {
            tell(&mut route.told);
        }
        self
    }

    fn add(mut self, method: Method, path: &'static str, access: Access, handler: MethodRouter<App>) -> Self {
        let info = RouteInfo { module: self.module, method, path, access, kind: self.kind, kept: false };
        self.routes.push(Route { info, told: Told::default(), handler });
        self
    }
}

/// As it stands in the generated matrix.
impl fmt::Display for Access {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Access::Public => f.write_str("everybody"),
            Access::Citizen => f.write_str("an account"),
            Access::Holds(permission) => f.write_str(permission.0),
        }
    }
}
