//! A module as a value: what it adds to the program, folded by `App`.

use crate::pack::Pack;
use crate::web::{Ctx, Kind, Routes};
use kernel::{Id, Lang, Refusal};
use rust_embed::RustEmbed;
use serde::Serialize;
use std::borrow::Cow;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use store::{Count, Event, Facts, Job, Migrations, Permission, Result, Tx};

/// Runs in the transaction that completes the job. Safe to run twice.
pub type JobFn = Arc<dyn Fn(&mut Tx, &Job) -> Result<()> + Send + Sync>;
/// Reaches outside (mail, files); completed afterwards, so it may run twice.
pub type EffectFn = Arc<dyn Fn(Ctx, Job) -> Pin<Box<dyn Future<Output = Result<()>> + Send>> + Send + Sync>;
/// Reads the pack once at start and leaves what the module knows of the country.
pub type FactsFn = fn(&Pack, &mut Facts) -> Result<()>;
/// Counts what waits for this person, for the bell and the menu.
pub type CountFn = fn(&mut Tx) -> Result<Waits>;

/// What waits behind a line of the menu: what is known, and what is asked together with the counts of the other lines.
#[derive(Debug, Default)]
pub struct Waits {
    pub(crate) known: i64,
    pub(crate) asked: Vec<Count>,
    /// Who counts instead, once what is asked has found anything.
    pub(crate) closer: Option<fn(&mut Tx) -> Result<usize>>,
}

impl Waits {
    pub fn known(count: usize) -> Waits {
        Waits { known: number(count), ..Waits::default() }
    }

    /// The sum of these.
    pub fn asked(asked: impl IntoIterator<Item = Count>) -> Waits {
        Waits { asked: asked.into_iter().collect(), ..Waits::default() }
    }

    /// Of what mostly is not there at all, and cannot be counted in one question: whether there is any is asked first.
    pub fn looked_at(any: Count, closer: fn(&mut Tx) -> Result<usize>) -> Waits {
        Waits { asked: vec![any], closer: Some(closer), known: 0 }
    }

    /// The number itself, for whoever asks for this one alone.
    pub fn count(mut self, tx: &mut Tx) -> Result<i64> {
        let asked = std::mem::take(&mut self.asked);
        let found = tx.counts(asked)?.into_iter().sum();
        self.answered(tx, found)
    }

    /// The number, now that what is asked has found so many.
    pub(crate) fn answered(self, tx: &mut Tx, found: i64) -> Result<i64> {
        let found = match self.closer {
            Some(closer) if found > 0 => number(closer(tx)?),
            _ => found,
        };
        Ok(self.known.saturating_add(found))
    }
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

impl From<Count> for Waits {
    fn from(count: Count) -> Waits {
        Waits::asked([count])
    }
}

/// Rows of a dataset after a key, at most a limit.
pub type RowsFn = fn(tx: &mut Tx, after: &str, limit: i64) -> Result<Vec<Vec<serde_json::Value>>>;

/// One module: the table of contents that `module()` of its `lib.rs` gives.
#[derive(Clone)]
pub struct Module {
    pub name: &'static str,
    pub(crate) permissions: Vec<Permission>,
    pub(crate) routes: Vec<crate::web::Route>,
    pub(crate) files: Option<Files>,
    pub(crate) migrations: &'static [&'static str],
    pub(crate) reference: &'static [&'static str],
    pub(crate) jobs: Vec<(String, JobFn)>,
    pub(crate) effects: Vec<(String, EffectFn)>,
    pub(crate) timed: Vec<Timed>,
    pub(crate) ahead: Vec<fn(&mut Tx) -> Result<()>>,
    pub(crate) listeners: Vec<(&'static str, String)>,
    pub(crate) facts: Option<FactsFn>,
    pub(crate) opening: Option<fn(&mut Tx) -> Result<()>>,
    pub(crate) menu: Vec<MenuItem>,
    pub(crate) samples: Vec<Sample>,
    pub(crate) datasets: Vec<Dataset>,
    pub(crate) conditions: Vec<(&'static str, Condition)>,
    pub(crate) panels: Vec<Panel>,
    pub(crate) owns: Vec<crate::own::Own>,
    pub(crate) hearers: Vec<crate::sms::Hearer>,
    pub(crate) personal: Option<&'static str>,
}

/// Whether something holds of a subject that a lower module knows; the refusal says why not.
pub type Condition = fn(&mut Tx, &Id) -> Result<Option<Refusal>>;

/// What a higher module shows on a page of a lower one: a template that finds its model as `m`. Nothing when it has nothing
/// to say of the subject.
#[derive(Clone)]
pub struct Panel {
    pub slot: &'static str,
    pub template: &'static str,
    pub load: fn(&mut Tx, &Id) -> Result<Option<PanelModel>>,
}

/// The model of a panel; made again in each language when it is shown.
pub type PanelModel = Box<dyn Fn(&Ctx) -> serde_json::Value + Send>;

/// A job that comes by itself, at civil time of the commune.
#[derive(Clone)]
pub struct Timed {
    pub name: &'static str,
    pub every: Every,
    pub run: fn(&mut Tx) -> Result<()>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Every {
    Hour,
    /// Once a day, from this civil hour on.
    Day {
        hour: i8,
    },
}

/// A link of the staff menu or of the citizens' header.
#[derive(Clone)]
pub struct MenuItem {
    /// Message key.
    pub label: &'static str,
    pub path: &'static str,
    pub icon: &'static str,
    /// `None`: shown to everybody on public pages.
    pub permission: Option<Permission>,
    pub count: Option<CountFn>,
}

/// A template with a model it must render in every language: the sweep does so.
#[derive(Clone)]
pub struct Sample {
    pub template: &'static str,
    pub name: &'static str,
    pub model: serde_json::Value,
}

/// One open dataset: declared once, served as CSV, JSON (and GeoJSON) under `/data/`, listed in the catalogue.
#[derive(Clone)]
pub struct Dataset {
    pub id: &'static str,
    /// Message keys of its title and description.
    pub title: &'static str,
    pub description: &'static str,
    /// Names and message keys of its columns, in order.
    pub columns: &'static [(&'static str, &'static str)],
    /// Columns of latitude and longitude when the rows are places.
    pub point: Option<(&'static str, &'static str)>,
    /// Rows after a key, at most `limit`; the first value of a row is its key.
    pub rows: RowsFn,
}

/// The files of a module: read from disk while developing, from the program in a release.
#[derive(Clone, Copy)]
pub struct Files {
    get: fn(&str) -> Option<Cow<'static, [u8]>>,
    list: fn() -> Vec<String>,
}

impl Files {
    pub fn of<E: RustEmbed>() -> Files {
        Files { get: |name| E::get(name).map(|file| file.data), list: || E::iter().map(Cow::into_owned).collect() }
    }

    pub fn text(&self, name: &str) -> Option<String> {
        (self.get)(name).and_then(|bytes| String::from_utf8(bytes.into_owned()).ok())
    }

    pub fn bytes(&self, name: &str) -> Option<Cow<'static, [u8]>> {
        (self.get)(name)
    }

    pub fn list(&self) -> Vec<String> {
        (self.list)()
    }
}

impl Module {
    pub fn new(name: &'static str) -> Module {
        Module {
            name,
            permissions: Vec::new(),
            routes: Vec::new(),
            files: None,
            migrations: &[],
            reference: &[],
            jobs: Vec::new(),
            effects: Vec::new(),
            timed: Vec::new(),
            listeners: Vec::new(),
            facts: None,
            opening: None,
            menu: Vec::new(),
            samples: Vec::new(),
            datasets: Vec::new(),
            conditions: Vec::new(),
            panels: Vec::new(),
            ahead: Vec::new(),
            owns: Vec::new(),
            hearers: Vec::new(),
            personal: None,
        }
    }

    pub fn permissions(mut self, permissions: &[Permission]) -> Self {
        self.permissions.extend_from_slice(permissions);
        self
    }

    /// Pages for people: `/{lang}/…`, HTML, errors as pages.
    pub fn pages(mut self, add: impl FnOnce(Routes) -> Routes) -> Self {
        self.routes.extend(add(Routes::new(self.name, Kind::Page)).routes);
        self
    }

    /// Answers for programs: no language in the address, errors as RFC 9457 JSON.
    pub fn api(mut self, add: impl FnOnce(Routes) -> Routes) -> Self {
        self.routes.extend(add(Routes::new(self.name, Kind::Machine)).routes);
        self
    }

    /// `templates/**` and `locales/*.ftl` of the crate.
    pub fn files<E: RustEmbed>(mut self) -> Self {
        self.files = Some(Files::of::<E>());
        self
    }

    /// Append-only: a step that was released never changes.
    pub fn migrations(mut self, steps: &'static [&'static str]) -> Self {
        self.migrations = steps;
        self
    }

    /// Tables that many actions read and few change: what `Tx::remembered` builds from them is kept in memory until one of
    /// them is written.
    pub fn reference(mut self, tables: &'static [&'static str]) -> Self {
        self.reference = tables;
        self
    }

    pub fn job(mut self, kind: &str, run: impl Fn(&mut Tx, &Job) -> Result<()> + Send + Sync + 'static) -> Self {
        self.jobs.push((kind.to_owned(), Arc::new(run)));
        self
    }

    pub fn effect<F>(mut self, kind: &str, run: impl Fn(Ctx, Job) -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<()>> + Send + 'static,
    {
        self.effects.push((kind.to_owned(), Arc::new(move |ctx, job| Box::pin(run(ctx, job)))));
        self
    }

    /// Listens to an event of a lower module, in the order of the commits. All who listen share a job until one of them fails.
    pub fn on<E: Event + 'static>(mut self, run: fn(&mut Tx, E) -> Result<()>) -> Self {
        let kind = format!("{}.on.{}", self.name, E::NAME);
        self.listeners.push((E::NAME, kind.clone()));
        self.job(&kind, move |tx, job| run(tx, job.payload()?))
    }

    pub fn daily(mut self, name: &'static str, hour: i8, run: fn(&mut Tx) -> Result<()>) -> Self {
        self.timed.push(Timed { name, every: Every::Day { hour }, run });
        self
    }

    pub fn hourly(mut self, name: &'static str, run: fn(&mut Tx) -> Result<()>) -> Self {
        self.timed.push(Timed { name, every: Every::Hour, run });
        self
    }

    pub fn facts(mut self, read: FactsFn) -> Self {
        self.facts = Some(read);
        self
    }

    /// What the module prepares when a commune opens: its units, its areas. Safe to run twice.
    pub fn opening(mut self, prepare: fn(&mut Tx) -> Result<()>) -> Self {
        self.opening = Some(prepare);
        self
    }

    /// The first page of a person who signed in.
    pub fn personal(mut self, path: &'static str) -> Self {
        self.personal = Some(path);
        self
    }

    pub fn menu(mut self, items: &[MenuItem]) -> Self {
        self.menu.extend_from_slice(items);
        self
    }

    pub fn sample(mut self, template: &'static str, name: &'static str, model: impl Serialize) -> Self {
        self.samples.push(Sample { template, name, model: serde_json::to_value(model).unwrap_or_default() });
        self
    }

    pub fn dataset(mut self, dataset: Dataset) -> Self {
        self.datasets.push(dataset);
        self
    }

    /// Answers whether something holds of a subject, for the lower module that asks by this name.
    pub fn condition(mut self, name: &'static str, holds: Condition) -> Self {
        self.conditions.push((name, holds));
        self
    }

    /// Makes what visitors ask for most before they do ([`crate::shelf`]); asked by the clock.
    pub fn ahead(mut self, make: fn(&mut Tx) -> Result<()>) -> Self {
        self.ahead.push(make);
        self
    }

    /// Shows something on a page of a lower module.
    pub fn panel(
        mut self,
        slot: &'static str,
        template: &'static str,
        load: fn(&mut Tx, &Id) -> Result<Option<PanelModel>>,
    ) -> Self {
        self.panels.push(Panel { slot, template, load });
        self
    }

    /// Tells what a person has with this module, for the page that gathers it.
    pub fn own(mut self, own: crate::own::Own) -> Self {
        self.owns.push(own);
        self
    }

    /// Understands some of what telephones write to the commune.
    pub fn hears(mut self, hearer: crate::sms::Hearer) -> Self {
        self.hearers.push(hearer);
        self
    }

    pub(crate) fn steps(&self) -> Migrations {
        Migrations { module: self.name, steps: self.migrations }
    }

    /// The message files of the module, with their language and name.
    pub fn locales(&self) -> Vec<(Lang, String, String)> {
        let Some(files) = self.files else { return Vec::new() };
        let read = |name: String| {
            let lang = Lang::parse(name.strip_prefix("locales/")?.strip_suffix(".ftl")?)?;
            Some((lang, format!("{}/{name}", self.name), files.text(&name)?))
        };
        files.list().into_iter().filter_map(read).collect()
    }

    pub fn declared_permissions(&self) -> &[Permission] {
        &self.permissions
    }

    pub fn declared_routes(&self) -> &[crate::web::Route] {
        &self.routes
    }

    pub fn declared_samples(&self) -> &[Sample] {
        &self.samples
    }

    pub fn declared_datasets(&self) -> &[Dataset] {
        &self.datasets
    }

    pub fn declared_migrations(&self) -> &'static [&'static str] {
        self.migrations
    }

    pub fn heard_events(&self) -> impl Iterator<Item = &'static str> {
        self.listeners.iter().map(|(name, _)| *name)
    }

    pub fn module_files(&self) -> Option<Files> {
        self.files
    }
}
