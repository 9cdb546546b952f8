//! Sweeps: what must hold for every module, asked of the module itself.

use kernel::Lang;
use platform::{App, Module, keys_of};
use std::collections::BTreeSet;

/// Languages complete, keys prefixed, templates and their samples renderable, tables named after the module.
pub fn check_module(app: &App, module: &Module) -> Vec<String> {
    let mut faults = words(module);
    faults.extend(tables(module));
    faults.extend(samples(app, module));
    faults
}

fn words(module: &Module) -> Vec<String> {
    let mut faults = Vec::new();
    let keys = |lang: Lang| -> BTreeSet<String> {
        module
            .locales()
            .iter()
            .filter(|(of, _, _)| *of == lang)
            .flat_map(|(_, _, text)| keys_of(text).map(str::to_owned).collect::<Vec<_>>())
            .collect()
    };
    let arabic = keys(Lang::Ar);
    for lang in [Lang::Fr, Lang::En] {
        faults.extend(
            arabic
                .symmetric_difference(&keys(lang))
                .map(|key| format!("{}: {key} is not in both ar and {}", module.name, lang.code())),
        );
    }
    faults.extend(keys(Lang::Zgh).difference(&arabic).map(|key| format!("{}: {key} is in zgh alone", module.name)));
    let prefix = format!("{}-", module.name);
    faults.extend(
        arabic.iter().filter(|key| !key.starts_with(&prefix)).map(|key| format!("{}: {key} lacks the prefix", module.name)),
    );
    faults
}

fn tables(module: &Module) -> Vec<String> {
    let mut faults = Vec::new();
    for step in module.declared_migrations() {
        for line in step.lines().filter(|line| line.trim_start().starts_with("CREATE TABLE")) {
            let name = line
                .trim_start()
                .trim_start_matches("CREATE TABLE")
                .trim()
                .split(|c: char| !(c.is_alphanumeric() || c == '_'))
                .next()
                .unwrap_or("");
            if !name.starts_with(&format!("{}_", module.name)) {
                faults.push(format!("{}: the table {name} is not named after its module", module.name));
            }
        }
    }
    faults
}

/// Every template has a sample, and every sample renders in every language.
fn samples(app: &App, module: &Module) -> Vec<String> {
    let Some(files) = module.module_files() else { return Vec::new() };
    let sampled: BTreeSet<&str> = module.declared_samples().iter().map(|sample| sample.template).collect();
    let mut faults = Vec::new();
    let prefix = format!("templates/{}/", module.name);
    for name in files.list().iter().filter(|name| name.starts_with(&prefix)) {
        let name = name.trim_start_matches("templates/");
        let partial = name.rsplit('/').next().is_some_and(|file| file.starts_with('_'));
        if !partial && module.name != "ui" && !sampled.contains(name) {
            faults.push(format!("{}: the template {name} has no sample", module.name));
        }
    }
    for sample in module.declared_samples() {
        for lang in Lang::ALL {
            if let Err(problem) = app.render_sample(lang, sample) {
                faults.push(format!("{} {} in {}: {problem:?}", sample.template, sample.name, lang.code()));
            }
        }
    }
    faults
}
