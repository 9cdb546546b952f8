//! The program: a configuration, a pack and a list of modules, folded into router, store, words and worker.

use crate::communes::{self, Commune, Communes};
use crate::config::Config;
use crate::links::Site;
use crate::module::{Condition, MenuItem, Module, Panel, PanelModel, Timed};
use crate::pack::Pack;
use crate::roles::{self, Roles};
use crate::templates::{Assets, Templates};
use crate::web::kept::Kept;
use crate::web::limits::{Quota, Who};
use crate::web::{Allowance, Limits, RouteInfo, front, guard, statics};
use crate::words::{Arg, Words};
use crate::{access, worker};
use axum::Router;
use axum::extract::Request;
use axum::http::Method;
use std::collections::HashMap;
use std::convert::Infallible;
use std::sync::{Arc, RwLock};
use store::{Actor, Blobs, Clock, Facts, Keys, Migrations, Problem, Result, Scope, Setup, Store};

/// The running program. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    config: Config,
    pack: Pack,
    modules: Vec<Module>,
    store: Store,
    blobs: Blobs,
    words: Arc<RwLock<Arc<Words>>>,
    templates: Templates,
    roles: Arc<Roles>,
    communes: RwLock<Arc<Communes>>,
    routes: HashMap<(Method, &'static str), Arc<RouteInfo>>,
    menu: Vec<MenuItem>,
    limits: Limits,
    kept: Kept,
}

/// Migrations of the platform itself besides the store's.
const ACCESS: Migrations = Migrations {
    module: "access",
    steps: &[include_str!("../migrations/0001_access.sql"), include_str!("../migrations/0002_keys.sql")],
};

/// How long a key may go unseen before its use is noted again.
const TOUCH_SECS: i64 = 300;
/// The stretch in which requests of a key are counted.
const KEY_WINDOW_SECS: i64 = 60;

/// The messages of the running program, as transactions reach them.
struct SharedWords(Arc<RwLock<Arc<Words>>>);

/// A message as plain text, for what an action leaves to be sent or stored for people.
pub fn text(tx: &store::Tx, lang: kernel::Lang, key: &str, args: &[(&str, &str)]) -> Result<String> {
    let words = tx.fact::<SharedWords>()?.0.read().map_err(|_| Problem::internal("words"))?.clone();
    let args: Vec<(String, Arg)> = args.iter().map(|(name, value)| ((*name).to_owned(), Arg::from_text(value))).collect();
    Ok(words.text(lang, key, &args))
}

/// What modules answer for each other, by name.
struct Conditions(Vec<(&'static str, Condition)>);

struct Panels(Vec<Panel>);

/// Why a condition does not hold of a subject; nothing when it holds. A condition that no module answers for is a fault of
/// ours: a hole refuses.
pub fn condition(tx: &mut store::Tx, name: &str, subject: &kernel::Id) -> Result<Option<kernel::Refusal>> {
    let conditions = tx.fact::<Conditions>()?;
    let asked: Vec<Condition> = conditions.0.iter().filter(|(known, _)| *known == name).map(|(_, holds)| *holds).collect();
    if asked.is_empty() {
        return Err(Problem::internal(format!("no module answers for {name}")));
    }
    for holds in asked {
        if let Some(refusal) = holds(tx, subject)? {
            return Ok(Some(refusal));
        }
    }
    Ok(None)
}

/// Why a step of a lower module must wait, as far as higher ones have something to say of the subject; nobody need.
pub fn objection(tx: &mut store::Tx, name: &str, subject: &kernel::Id) -> Result<Option<kernel::Refusal>> {
    let conditions = tx.fact::<Conditions>()?;
    for (_, holds) in conditions.0.iter().filter(|(known, _)| *known == name) {
        if let Some(refusal) = holds(tx, subject)? {
            return Ok(Some(refusal));
        }
    }
    Ok(None)
}

/// What higher modules show of a subject in this slot: templates and what makes their models.
pub fn panels(tx: &mut store::Tx, slot: &str, subject: &kernel::Id) -> Result<Vec<(&'static str, PanelModel)>> {
    let panels = tx.fact::<Panels>()?;
    let mut shown = Vec::new();
    for panel in panels.0.iter().filter(|panel| panel.slot == slot) {
        if let Some(model) = (panel.load)(tx, subject)? {
            shown.push((panel.template, model));
        }
    }
    Ok(shown)
}

/// Panels as templates show them, in the language of the page.
pub fn shown_panels(ctx: &crate::web::Ctx, panels: &[(&'static str, PanelModel)]) -> Vec<serde_json::Value> {
    panels.iter().map(|(template, model)| crate::context! { template => template, model => model(ctx) }).collect()
}

/// What the store needs to know before it opens: keys, clock, schema, facts of the country, listeners.
pub fn setup(config: &Config, pack: &Pack, modules: &[Module], keys: Arc<Keys>, clock: Clock) -> Result<Setup> {
    let mut setup = Setup::new(config.owner_place(), keys);
    setup.app_url = (!config.database.owner_url.is_empty()).then(|| config.database.url.clone());
    setup.clock = clock;
    setup.modules.push(ACCESS);
    setup.modules.extend(modules.iter().filter(|module| !module.migrations.is_empty()).map(Module::steps));
    for (event, kind) in modules.iter().flat_map(|module| &module.listeners) {
        setup.listeners.entry(event).or_default().push(kind.clone());
    }
    let mut facts = Facts::default();
    facts.put(roles::load(pack)?);
    facts.put(Site::of(config));
    facts.put(crate::shelf::Shelf::default());
    facts.put(SharedWords(Arc::new(RwLock::new(Arc::new(load_words(modules)?)))));
    facts.put(Conditions(modules.iter().flat_map(|module| module.conditions.clone()).collect()));
    facts.put(Panels(modules.iter().flat_map(|module| module.panels.clone()).collect()));
    facts.put(crate::sms::Hearers(modules.iter().flat_map(|module| module.hearers.clone()).collect()));
    let open = config.demo || !config.sms.incoming_secret.is_empty();
    facts.put(crate::sms::Door { open, answers_per_hour: config.limits.sms_answers_per_hour });
    facts.put(crate::own::Owns(modules.iter().flat_map(|module| module.owns.clone()).collect()));
    for module in modules {
        if let Some(read) = module.facts {
            read(pack, &mut facts)?;
        }
    }
    setup.facts = Arc::new(facts);
    setup.reference = access::REFERENCE.iter().chain(modules.iter().flat_map(|module| module.reference)).copied().collect();
    Ok(setup)
}

impl App {
    /// Opens the store and folds the modules. Refuses what cannot work, with what to do.
    pub async fn open(config: Config, modules: Vec<Module>, clock: Clock) -> Result<App> {
        let pack = Pack::at(&config.pack);
        let keys = Arc::new(Keys::load(&config.key_file())?);
        let setup = setup(&config, &pack, &modules, keys.clone(), clock)?;
        let roles = setup.facts.get::<Roles>()?;
        let words = setup.facts.get::<SharedWords>()?.0.clone();
        let store = crate::web::ctx::blocking(move || Store::open(setup)).await?;
        let assets: Arc<Assets> = Arc::new(statics::load(&config.map_file()));
        let templates = Templates::load(&modules, words.clone(), assets);
        let routes = modules
            .iter()
            .flat_map(|module| &module.routes)
            .map(|route| ((route.info.method.clone(), route.info.path), Arc::new(route.info.clone())));
        let inner = Inner {
            blobs: Blobs::open(&config.blob_folder(), keys)?,
            routes: routes.collect(),
            menu: modules.iter().flat_map(|module| module.menu.clone()).collect(),
            limits: Limits::default(),
            kept: Kept::default(),
            communes: RwLock::default(),
            config,
            pack,
            modules,
            store,
            words,
            templates,
            roles,
        };
        let app = App(Arc::new(inner));
        app.refresh_communes().await?;
        Ok(app)
    }

    /// Everything that answers requests, as one service.
    pub fn router(&self) -> Router {
        let mut routes: Router<App> = Router::new();
        for route in self.0.modules.iter().flat_map(|module| &module.routes) {
            routes = routes.route(route.info.path, route.handler.clone());
        }
        let limit = self.0.config.limits.upload_bytes.saturating_mul(4);
        let routes = routes
            .route_layer(axum::middleware::from_fn_with_state(self.clone(), guard::check))
            .route("/assets/{hash}/{*name}", axum::routing::get(statics::serve))
            .route_service(statics::MAP, tower_http::services::ServeFile::new(self.0.config.map_file()))
            .layer(axum::extract::DefaultBodyLimit::max(limit))
            .with_state(self.clone());
        let app = self.clone();
        let door = tower::service_fn(move |request: Request| {
            let (app, routes) = (app.clone(), routes.clone());
            async move { Ok::<_, Infallible>(front::answer(app, routes, request).await) }
        });
        Router::new()
            .fallback_service(door)
            .layer(tower_http::catch_panic::CatchPanicLayer::new())
            .layer(tower_http::compression::CompressionLayer::new())
    }

    /// Runs jobs and timed work, and keeps copies of public pages, until the process ends.
    pub fn start_worker(&self) {
        tokio::spawn(worker::run(self.clone()));
        tokio::spawn(crate::web::warm::run(self.clone()));
        tokio::spawn(crate::web::warm::make_ahead(self.clone()));
    }

    /// Runs everything that is due, until nothing is: for tests and the demo.
    pub async fn drain(&self) -> Result<()> {
        worker::drain(self).await
    }

    /// Reads the communes again, after one was added or changed its profile.
    pub async fn refresh_communes(&self) -> Result<()> {
        let fresh = self.0.store.read(Scope::everywhere(), communes::load).await?;
        *self.0.communes.write().map_err(|_| Problem::internal("communes"))? = Arc::new(fresh);
        Ok(())
    }

    /// Opens a commune: its row, then what each module prepares, in floor order. Safe to run twice.
    pub async fn open_commune(&self, commune: Commune) -> Result<()> {
        let scope = Scope::system(commune.code.clone());
        let prepare: Vec<_> = self.0.modules.iter().filter_map(|module| module.opening).collect();
        let body = move |tx: &mut store::Tx| {
            communes::add(tx, &commune)?;
            prepare.iter().try_for_each(|prepare| prepare(tx))?;
            tx.record_once("platform.commune_opened", &*commune.code, &serde_json::json!({ "slug": commune.slug })).map(|_| ())
        };
        self.0.store.write(scope, body).await?;
        self.refresh_communes().await
    }

    pub fn config(&self) -> &Config {
        &self.0.config
    }

    pub fn pack(&self) -> &Pack {
        &self.0.pack
    }

    pub fn modules(&self) -> &[Module] {
        &self.0.modules
    }

    pub fn store(&self) -> &Store {
        &self.0.store
    }

    pub fn blobs(&self) -> &Blobs {
        &self.0.blobs
    }

    pub fn roles(&self) -> &Arc<Roles> {
        &self.0.roles
    }

    pub fn templates(&self) -> &Templates {
        &self.0.templates
    }

    pub fn limits(&self) -> &Limits {
        &self.0.limits
    }

    pub(crate) fn kept(&self) -> &Kept {
        &self.0.kept
    }

    /// The first page of a person who signed in: the one that gathers what he has, else his account.
    pub fn personal(&self) -> &'static str {
        self.0.modules.iter().find_map(|module| module.personal).unwrap_or("/account")
    }

    pub fn menu(&self) -> &[MenuItem] {
        &self.0.menu
    }

    /// The messages; in development read again from disk each time a page asks after an edit would be too slow, so the
    /// worker refreshes them.
    pub fn words(&self) -> Arc<Words> {
        self.0.words.read().map(|words| words.clone()).unwrap_or_else(|poisoned| poisoned.into_inner().clone())
    }

    pub fn communes(&self) -> Arc<Communes> {
        self.0.communes.read().map(|communes| communes.clone()).unwrap_or_default()
    }

    pub(crate) fn route(&self, method: &Method, matched: &str) -> Option<Arc<RouteInfo>> {
        self.0.routes.iter().find(|((known, path), _)| known == method && *path == matched).map(|(_, info)| info.clone())
    }

    /// A template with a sample model in one language, for the sweeps and the preview.
    pub fn render_sample(&self, lang: kernel::Lang, sample: &crate::module::Sample) -> Result<String> {
        let commune = self.communes().all().first().cloned().ok_or(Problem::NotFound)?;
        let ctx = crate::web::Ctx { lang, ..crate::web::Ctx::house(self, &commune) };
        ctx.compose_sample(sample.template, &sample.model)
    }

    /// `/c/{slug}` unless the commune is the home commune or has a host of its own.
    pub fn prefix_of(&self, commune: &Commune) -> String {
        let home = *commune.code == *self.0.config.commune || commune.host.is_some();
        if home { String::new() } else { format!("/c/{}", commune.slug) }
    }

    pub fn public_url(&self) -> String {
        let config = &self.0.config;
        if config.public_url.is_empty() {
            format!("http://{}", config.listen)
        } else {
            config.public_url.trim_end_matches('/').to_owned()
        }
    }

    /// The actor of a program's key; an unknown key is refused like an absent one, and too many requests of one are.
    pub async fn key_actor(&self, tenant: &Arc<str>, secret: &str) -> Result<Actor> {
        let (actor, quota) = self.key_and_quota(tenant, secret).await?;
        quota.map_or(Ok(()), |quota| quota.enough())?;
        Ok(actor)
    }

    /// The same with what is left to the key in this minute, for keys that have a limit; it may be spent.
    pub(crate) async fn key_and_quota(&self, tenant: &Arc<str>, secret: &str) -> Result<(Actor, Option<Quota>)> {
        let (secret, roles) = (secret.to_owned(), self.0.roles.clone());
        let scope = Scope::system(tenant.clone());
        let found = self.0.store.read(scope.clone(), move |rx| access::known_key(rx, &secret, &roles)).await?;
        let key = found.ok_or(Problem::SignIn)?;
        let now = self.0.store.clock().now();
        let quota = match key.per_minute {
            Some(most) => {
                let who = Who::Thing(format!("{tenant}/{}", key.id));
                Some(self.0.limits.spend(Allowance::Key, who, (most, KEY_WINDOW_SECS), now)?)
            }
            None => None,
        };
        if key.used_at.is_none_or(|at| now.secs_since(at) > TOUCH_SECS) {
            let id = key.id.clone();
            self.0.store.write(scope, move |tx| access::touch_key(tx, &id)).await?;
        }
        Ok((key.actor, quota))
    }

    pub(crate) fn timed(&self) -> impl Iterator<Item = &Timed> {
        self.0.modules.iter().flat_map(|module| &module.timed)
    }

    /// Reads the message files again, in development.
    pub(crate) fn reload_words(&self) {
        match load_words(&self.0.modules) {
            Ok(fresh) => {
                if let Ok(mut words) = self.0.words.write() {
                    *words = Arc::new(fresh);
                }
            }
            Err(error) => tracing::warn!(?error, "message files"),
        }
    }
}

/// Every message of these modules and of the platform.
pub fn load_words(modules: &[Module]) -> Result<Words> {
    Words::load(own_words().into_iter().chain(modules.iter().flat_map(Module::locales)))
}

/// The platform's own sentences, for problems.
fn own_words() -> Vec<(kernel::Lang, String, String)> {
    let files = [
        (kernel::Lang::Ar, include_str!("../locales/ar.ftl")),
        (kernel::Lang::Fr, include_str!("../locales/fr.ftl")),
        (kernel::Lang::Zgh, include_str!("../locales/zgh.ftl")),
        (kernel::Lang::En, include_str!("../locales/en.ftl")),
    ];
    files.map(|(lang, text)| (lang, format!("platform/locales/{}.ftl", lang.code()), text.to_owned())).into()
}
