//! What an agent takes along: the cases that wait for him, the tasks that are asked of him, rounds, and what a plate may say.

use super::{report, seen};
use crate::rules;
use assets::Asset;
use cases::{Case, CaseFile, FileRole, Filter, HANDLE, Row, SEE, Task, TaskState, View, Where};
use kernel::{Id, Label};
use platform::{Actor, Problem, Result, Tx, communes};
use procedures::Procedure;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;
use upkeep::{Round, Stop};

/// Cases of one list; a round of a day is far below.
pub const MOST: usize = 60;
/// Rounds, and stops of all of them together.
const ROUNDS: usize = 8;
const STOPS: usize = 600;
/// What was filed in so many days says which categories are used most.
const USED_DAYS: i64 = 90;
/// The words of a case on a telephone.
const WORDS: usize = 1_000;

/// One case of the list.
#[derive(Debug, Clone)]
pub struct Errand {
    pub row: Row,
    pub procedure: Arc<Procedure>,
    /// Asked of this person or the own unit.
    pub tasks: Vec<Task>,
    pub mine: bool,
    /// Whether it may be answered from here; a request is worked on at the desk.
    pub closes: bool,
}

/// The same with what it takes to work on it.
#[derive(Debug, Clone)]
pub struct Packed {
    pub errand: Errand,
    pub words: String,
    pub place_words: String,
    pub photos: Vec<CaseFile>,
    pub seen: String,
}

#[derive(Debug, Clone)]
pub struct Walk {
    pub round: Round,
    pub stops: Vec<(Stop, Option<Asset>)>,
    pub categories: Vec<Arc<Procedure>>,
    /// Of the kind of its objects.
    pub icon: String,
}

/// What the plates of the region say of themselves.
#[derive(Debug, Clone)]
pub struct Plates {
    pub prefix: String,
    pub series: Vec<assets::Series>,
    /// Prefix, short name in addresses, name.
    pub communes: Vec<(String, String, Label)>,
}

impl Plates {
    /// A number as its plate shows it.
    pub fn shown(&self, number: &str) -> String {
        assets::on_plate(&self.prefix, &self.series, number)
    }
}

/// Mine first, then what is asked of me, then what nobody took on; each once. Shows where and what, never who.
pub fn errands(tx: &mut Tx) -> Result<Vec<Errand>> {
    let person = match tx.actor() {
        Actor::Staff { person, .. } => Some(person.clone()),
        _ => None,
    };
    let (mut found, mut known) = (Vec::new(), HashSet::new());
    for view in [View::Mine, View::Tasks, View::Open] {
        let filter = Filter { view, mine: person.clone(), ..Filter::default() };
        for case in cases::list(tx, &filter, None, MOST as i64)? {
            let elsewhere = view == View::Open && case.assignee.is_some() && case.assignee != person;
            if found.len() < MOST && !case.restricted && !elsewhere && known.insert(case.id.clone()) {
                found.push((case, view));
            }
        }
    }
    let views: HashMap<Id, View> = found.iter().map(|(case, view)| (case.id.clone(), *view)).collect();
    let rows = cases::rows(tx, found.into_iter().map(|(case, _)| case).collect())?;
    let mut errands = Vec::with_capacity(rows.len());
    for row in rows {
        let asked = views.get(&row.case.id) == Some(&View::Tasks);
        errands.extend(errand(tx, row, person.as_ref(), asked)?);
    }
    errands.sort_by(|a, b| (due(&a.row.case), &a.row.case.id).cmp(&(due(&b.row.case), &b.row.case.id)));
    Ok(errands)
}

fn due(case: &Case) -> String {
    case.due_at.map_or("9999".into(), |due| due.to_string())
}

/// Nothing of a request that asks nothing of the street.
fn errand(tx: &mut Tx, row: Row, person: Option<&Id>, asked: bool) -> Result<Option<Errand>> {
    let procedure = cases::pinned(tx, &row.case.procedure_pin)?;
    let mine = row.case.assignee.is_some() && row.case.assignee.as_ref() == person;
    let tasks = if asked || mine { tasks(tx, &row.case)? } else { Vec::new() };
    if procedure.is_request() && tasks.is_empty() {
        return Ok(None);
    }
    let answers = procedure.actions_from(&row.case.state).any(|action| action.id == "answer");
    let closes = answers && !procedure.is_request() && row.case.is_open() && cases::may(tx, &row.case, HANDLE)?;
    Ok(Some(Errand { procedure, tasks, mine, closes, row }))
}

fn tasks(tx: &mut Tx, case: &Case) -> Result<Vec<Task>> {
    let mut tasks = cases::tasks(tx, case)?;
    tasks.retain(|task| task.state == TaskState::Open && !task.opinion);
    Ok(tasks)
}

/// The list as the telephone keeps it. What each case says leaves the house here: every one is noted as looked at, by its id.
pub fn pack(tx: &mut Tx) -> Result<Vec<Packed>> {
    let errands = errands(tx)?;
    let mut packed = Vec::with_capacity(errands.len());
    for errand in errands {
        packed.push(packed_one(tx, errand)?);
    }
    Ok(packed)
}

fn packed_one(tx: &mut Tx, errand: Errand) -> Result<Packed> {
    let case = errand.row.case.clone();
    if !cases::may(tx, &case, SEE)? {
        return Err(Problem::NotFound);
    }
    tx.look(&case.id, "field")?;
    if let Some(person) = &case.person {
        people::looked(tx, person, people::What::Case, &case.code, people::Why::Handling)?;
    }
    let erased = case.vault == platform::store::seal::ERASED;
    // A request is worked on at the desk: the telephone needs what is asked, not what was written.
    let sealed = if erased || errand.procedure.is_request() { cases::Sealed::default() } else { cases::unseal(tx, &case)? };
    let mut photos = if errand.procedure.is_request() { Vec::new() } else { cases::files::of(tx, &case.id)? };
    photos.retain(|file| matches!(file.role, FileRole::Photo | FileRole::Proof));
    let spare = |words: &str| rules::without_contacts(&words.chars().take(WORDS).collect::<String>());
    Ok(Packed {
        words: spare(&sealed.words),
        place_words: spare(&sealed.place_words),
        photos,
        seen: seen::write(tx, &case)?,
        errand,
    })
}

/// The categories of the street, those most used first.
pub fn categories(tx: &mut Tx) -> Result<Vec<Arc<Procedure>>> {
    let mut recent = Where::tenant(tx);
    recent.and("received_at >= ?", platform::args![tx.now().plus_secs(-USED_DAYS * 86_400)]);
    let used: HashMap<String, i64> = cases::lists::counts_by(tx, recent, "procedure")?
        .into_iter()
        .filter_map(|(procedure, count)| Some((procedure?, count)))
        .collect();
    let mut offered = report::offered(tx)?;
    offered.sort_by_key(|procedure| -used.get(&procedure.id).copied().unwrap_or(0));
    Ok(offered)
}

/// Rounds that go on, for who may walk them.
pub fn walks(tx: &mut Tx) -> Result<Vec<Walk>> {
    if !tx.actor().may(upkeep::WALK) {
        return Ok(Vec::new());
    }
    let mut open = upkeep::rounds(tx)?;
    open.retain(|round| round.ended_at.is_none());
    let kinds = assets::kinds(tx)?;
    let (mut walks, mut left) = (Vec::new(), STOPS);
    for round in open.into_iter().take(ROUNDS) {
        let stops = upkeep::stops(tx, &round.id)?;
        if stops.len() > left {
            break;
        }
        left -= stops.len();
        let ids: Vec<Id> = stops.iter().map(|stop| stop.asset.clone()).collect();
        let assets: BTreeMap<Id, Asset> = assets::some(tx, &ids)?.into_iter().map(|one| (one.id.clone(), one)).collect();
        let stops = stops.into_iter().map(|stop| (assets.get(&stop.asset).cloned(), stop)).map(|(asset, stop)| (stop, asset));
        let stops = stops.collect();
        let icon = kinds.find(&round.kind).map_or_else(|| "tag".to_owned(), |kind| kind.icon.clone());
        walks.push(Walk { categories: upkeep::categories(tx, &round.kind)?, icon, round, stops });
    }
    Ok(walks)
}

pub fn plates(tx: &mut Tx) -> Result<Plates> {
    let (national, tenant) = (tx.fact::<places::National>()?, tx.tenant());
    let region = national.commune(&tenant).map(|own| own.region.clone()).unwrap_or_default();
    let near = national.communes.iter().filter(|commune| commune.region == region && *commune.code != *tenant);
    Ok(Plates {
        prefix: communes::prefix(tx)?.to_string(),
        series: assets::series(tx)?,
        communes: near.map(|commune| (commune.prefix.clone(), commune.slug.clone(), commune.name.clone())).collect(),
    })
}
