//! Templates: minijinja with strict undefined; every function a template may call.

use crate::module::Module;
use crate::words::{Arg, Words, escape, in_language};
use kernel::{Day, Label, Lang, Moment, format};
use minijinja::escape_formatter;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Kwargs, Value as Any};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior};
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, RwLock};
use store::{Problem, Result};

/// What the functions of a template must know of the page being made. It travels beside the template's own
/// variables, because an imported macro does not see those.
#[derive(Debug, Clone, Default)]
pub struct Setting {
    pub lang: Option<Lang>,
    /// Prefix of every address: `/c/rabat/ar`, `/ar`.
    pub prefix: String,
    /// The same without the language, for machine formats.
    pub bare_prefix: String,
}

#[derive(Default)]
struct Page {
    setting: Setting,
    icons: BTreeSet<String>,
}

thread_local! {
    static PAGE: RefCell<Page> = RefCell::default();
}

/// All templates of all modules.
pub struct Templates {
    environment: RwLock<Environment<'static>>,
}

/// Static files that templates name: address by name, and the drawings of the icons.
pub struct Assets {
    pub urls: HashMap<String, String>,
    pub icons: HashMap<String, String>,
    /// Address of the base map; empty without one.
    pub tiles: String,
}

impl Templates {
    pub fn load(modules: &[Module], words: Arc<RwLock<Arc<Words>>>, assets: Arc<Assets>) -> Templates {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        // The engine would write the whole model, persons included, into its error text.
        environment.set_debug(false);
        environment.set_auto_escape_callback(|name| if name.ends_with(".txt") { AutoEscape::None } else { AutoEscape::Html });
        if let Ok(syntax) = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build() {
            environment.set_syntax(syntax);
        }
        // Our escaping leaves the slash alone: addresses stay short on the wire and readable in the source.
        environment.set_formatter(|out, state, value| match (state.auto_escape(), value.as_str()) {
            (AutoEscape::Html, Some(text)) if !value.is_safe() => {
                out.write_str(&escape(text)).map_err(|_| Error::new(ErrorKind::WriteFailure, "output"))
            }
            _ => escape_formatter(out, state, value),
        });
        let files: Vec<_> = modules.iter().filter_map(|module| module.files).collect();
        environment.set_loader(move |name| Ok(files.iter().find_map(|files| files.text(&format!("templates/{name}")))));
        add_words(&mut environment, words);
        add_addresses(&mut environment, assets);
        add_formats(&mut environment);
        Templates { environment: RwLock::new(environment) }
    }

    /// Renders a page. In development every template is read again, so that an edit shows at once.
    pub fn render(&self, name: &str, setting: &Setting, model: Any) -> Result<String> {
        if cfg!(debug_assertions)
            && let Ok(mut environment) = self.environment.write()
        {
            environment.clear_templates();
        }
        let environment = self.environment.read().map_err(|_| Problem::internal("templates"))?;
        PAGE.with_borrow_mut(|page| *page = Page { setting: setting.clone(), icons: BTreeSet::new() });
        let rendered = environment.get_template(name).and_then(|template| template.render(model));
        rendered.map_err(|error| Problem::internal(format!("template {name}: {error}")))
    }
}

fn lang() -> Lang {
    PAGE.with_borrow(|page| page.setting.lang.unwrap_or(Lang::Ar))
}

fn arguments(kwargs: &Kwargs) -> std::result::Result<Vec<(String, Arg)>, Error> {
    let mut args = Vec::new();
    for name in kwargs.args() {
        let value: Any = kwargs.get(name)?;
        let arg = match f64::try_from(value.clone()) {
            Ok(number) if value.is_number() => Arg::Number(number),
            _ if value.is_none() => Arg::Text(String::new()),
            _ => Arg::from_text(&value.to_string()),
        };
        args.push((name.to_owned(), arg));
    }
    Ok(args)
}

fn add_words(environment: &mut Environment<'static>, words: Arc<RwLock<Arc<Words>>>) {
    let current = move || words.read().map(|words| words.clone()).map_err(|_| Error::new(ErrorKind::InvalidOperation, "words"));
    let plain = current.clone();
    environment.add_function("t", move |key: &str, kwargs: Kwargs| -> std::result::Result<Any, Error> {
        Ok(Any::from_safe_string(current()?.html(lang(), key, &arguments(&kwargs)?)))
    });
    environment.add_function("ta", move |key: &str, kwargs: Kwargs| -> std::result::Result<String, Error> {
        Ok(plain()?.text(lang(), key, &arguments(&kwargs)?))
    });
    environment.add_function("label", |label: Any| Any::from_safe_string(label_html(&label)));
    environment
        .add_function("label_text", |label: Any| read_label(&label).map_or(String::new(), |label| label.text(lang()).to_owned()));
}

fn read_label(value: &Any) -> Option<Label> {
    serde_json::to_value(value).ok().and_then(|json| serde_json::from_value(json).ok())
}

fn label_html(value: &Any) -> String {
    match read_label(value) {
        Some(label) => {
            let (text, shown) = label.show(lang());
            in_language(escape(text), lang(), shown)
        }
        None => escape(value.as_str().unwrap_or("")),
    }
}

fn add_addresses(environment: &mut Environment<'static>, assets: Arc<Assets>) {
    let (icons, tiles) = (assets.clone(), assets.tiles.clone());
    environment.add_function("base_map", move || tiles.clone());
    environment.add_function("url", |path: &str| PAGE.with_borrow(|page| format!("{}{path}", page.setting.prefix)));
    environment.add_function("bare_url", |path: &str| PAGE.with_borrow(|page| format!("{}{path}", page.setting.bare_prefix)));
    environment.add_function("asset", move |name: &str| -> std::result::Result<String, Error> {
        assets.urls.get(name).cloned().ok_or_else(|| Error::new(ErrorKind::InvalidOperation, format!("no static file {name}")))
    });
    environment.add_function("icon", |name: &str, kwargs: Kwargs| -> std::result::Result<Any, Error> {
        let turns = if kwargs.get::<Option<bool>>("turns")?.unwrap_or(false) { " turns" } else { "" };
        PAGE.with_borrow_mut(|page| page.icons.insert(name.to_owned()));
        let name = escape(name);
        Ok(Any::from_safe_string(format!("<svg class=\"i{turns}\" aria-hidden=\"true\"><use href=\"#i-{name}\"/></svg>")))
    });
    environment.add_function("sprite", move || -> std::result::Result<Any, Error> {
        let used = PAGE.with_borrow(|page| page.icons.clone());
        let mut out = String::from("<svg class=\"sprite\" aria-hidden=\"true\" width=\"0\" height=\"0\">");
        for name in used {
            let drawing =
                icons.icons.get(&name).ok_or_else(|| Error::new(ErrorKind::InvalidOperation, format!("no icon {name}")))?;
            out.push_str(&format!("<symbol id=\"i-{}\" viewBox=\"0 0 24 24\">{drawing}</symbol>", escape(&name)));
        }
        out.push_str("</svg>");
        Ok(Any::from_safe_string(out))
    });
}

fn add_formats(environment: &mut Environment<'static>) {
    environment.add_function("day", |text: &str| Day::parse(text).map_or(text.to_owned(), |day| format::day(day, lang())));
    environment.add_function("moment", |text: &str| {
        Moment::parse(text).map_or(text.to_owned(), |moment| format::moment(moment, lang()))
    });
    environment.add_function("hour", |text: &str| {
        Moment::parse(text).map_or(text.to_owned(), |moment| {
            let zoned = moment.zoned();
            format!("{:02}:{:02}", zoned.hour(), zoned.minute())
        })
    });
    environment.add_function("num", |value: Any| match i64::try_from(value.clone()) {
        Ok(number) => format::number(number, lang()),
        Err(_) => value.to_string(),
    });
}
