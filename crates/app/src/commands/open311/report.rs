//! What an import says of itself: sums at the end, and a list of everything that was mended or waits.

use crate::voice::Voice;
use georeport::{Repair, RepairKind};
use open311::import::{Done, Fate};
use platform::{Config, Moment, Problem, Result};
use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};

pub struct Report {
    path: PathBuf,
    list: csv::Writer<File>,
    fates: BTreeMap<Fate, usize>,
    repairs: BTreeMap<RepairKind, usize>,
}

impl Report {
    pub fn begin(config: &Config, source: &str, wanted: Option<&Path>, now: Moment) -> Result<Report> {
        let path = match wanted {
            Some(path) => path.to_owned(),
            None => {
                let folder = config.data.join("imports");
                std::fs::create_dir_all(&folder)?;
                let plain: String = source.chars().map(|sign| if sign.is_alphanumeric() { sign } else { '-' }).take(60).collect();
                let stamp: String = now.to_string().chars().filter(char::is_ascii_digit).take(14).collect();
                folder.join(format!("{plain}-{stamp}.csv"))
            }
        };
        let mut list = csv::Writer::from_path(&path).map_err(Problem::internal)?;
        list.write_record(["row", "service_request_id", "fate", "repair", "field", "was"]).map_err(Problem::internal)?;
        Ok(Report { path, list, fates: BTreeMap::new(), repairs: BTreeMap::new() })
    }

    /// What was mended in the file itself.
    pub fn of_file(&mut self, repairs: &[Repair]) -> Result<()> {
        repairs.iter().try_for_each(|repair| self.mended("", "", "", repair))
    }

    pub fn add(&mut self, done: &[Done]) -> Result<()> {
        for one in done {
            *self.fates.entry(one.fate).or_default() += 1;
            let (place, fate) = (one.place.to_string(), one.fate.as_str());
            if one.fate == Fate::Waiting {
                self.line([&place, &one.number, fate, "", "", ""])?;
            }
            // What was taken before was listed then.
            for repair in one.repairs.iter().filter(|_| one.fate != Fate::Same) {
                self.mended(&place, &one.number, fate, repair)?;
            }
        }
        self.list.flush().map_err(Problem::internal)
    }

    fn mended(&mut self, place: &str, number: &str, fate: &str, repair: &Repair) -> Result<()> {
        *self.repairs.entry(repair.kind).or_default() += 1;
        self.line([place, number, fate, repair.kind.as_str(), &repair.field, &repair.was])
    }

    /// A text that a spreadsheet would run as a formula is quoted.
    fn line(&mut self, cells: [&str; 6]) -> Result<()> {
        let safe = |cell: &str| {
            if cell.starts_with(['=', '+', '-', '@', '\t']) && cell.parse::<f64>().is_err() {
                format!("'{cell}")
            } else {
                cell.to_owned()
            }
        };
        self.list.write_record(cells.map(safe)).map_err(Problem::internal)
    }

    /// The sums, on the standard output.
    pub fn end(&mut self, voice: &Voice, dry: bool) -> Result<()> {
        self.list.flush().map_err(Problem::internal)?;
        if dry {
            voice.say("operations-rehearsal", &[]);
        }
        for (fate, count) in &self.fates {
            voice.say(&format!("open311-import-{fate}"), &[("count", &count.to_string())]);
        }
        let mended: usize = self.repairs.values().sum();
        voice.say("operations-mended", &[("count", &mended.to_string())]);
        for (kind, count) in &self.repairs {
            voice.line(&format!("  {count:>7}  {}", voice.text(&format!("georeport-repair-{kind}"), &[])));
        }
        voice.say("operations-mended-list", &[("path", &self.path.display().to_string())]);
        Ok(())
    }
}
