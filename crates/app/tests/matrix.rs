//! Each route with each role: let in or refused as the route and the pack declare.

use app::modules;
use axum::http::Method;
use platform::web::Route;
use platform::{Access, Id, Kind, Module};
use testing::{Town, Visitor};

/// What came back, as far as the guard decides it.
#[derive(Debug, PartialEq)]
enum Entry {
    /// The handler answered, whatever it said of an object that does not exist.
    In,
    SignIn,
    Refused,
}

fn expected(access: Access, holds: impl Fn(&str) -> bool, signed_in: bool) -> Entry {
    match access {
        Access::Public => Entry::In,
        Access::Citizen if signed_in => Entry::In,
        Access::Holds(permission) if holds(permission.0) => Entry::In,
        Access::Holds(_) if signed_in => Entry::Refused,
        Access::Citizen | Access::Holds(_) => Entry::SignIn,
    }
}

/// An address of the route with an id of nothing in each blank.
fn address(route: &Route) -> String {
    let mut path = String::new();
    for part in route.info.path.split('/').skip(1) {
        path.push('/');
        path.push_str(if part.starts_with('{') { "0190aaaa-0000-7000-8000-000000000000" } else { part });
    }
    if route.info.kind == Kind::Page { format!("/fr{path}") } else { path }
}

async fn entry(visitor: &Visitor, route: &Route) -> Entry {
    let reply = match route.info.method {
        Method::GET => visitor.get(&address(route)).await,
        _ => visitor.post(&address(route), &[]).await,
    };
    let door = reply.location.as_deref().is_some_and(|to| to.contains("/sign-in?next="));
    match reply.status.as_u16() {
        403 => Entry::Refused,
        401 => Entry::SignIn,
        303 if door => Entry::SignIn,
        _ => Entry::In,
    }
}

/// Handlers that decide by themselves, after the guard let them: the key in the parameters, the demonstration's outbox, the
/// device that stands in the hall, or a session that ends so that another begins.
fn decides_itself(route: &Route) -> bool {
    route.info.module == "open311"
        || ["/outbox", "/queue/{site}/take", "/queue/{site}/arrive", "/account/passkeys/again"].contains(&route.info.path)
}

#[tokio::test]
async fn every_route_lets_in_whom_it_declares_and_nobody_else() {
    let others: Vec<Module> = modules::all().into_iter().filter(|module| module.name != "ui").collect();
    let town = Town::configured(others, |config| config.limits.sign_ins_per_ten_minutes = 1_000_000).await;
    let modules = modules::all();
    let routes: Vec<&Route> =
        modules.iter().flat_map(|module| module.declared_routes()).filter(|route| !decides_itself(route)).collect();
    let mut faults = Vec::new();
    for role in town.app.roles().values() {
        let mut clerk = town.clerk(&role.id).await;
        for route in &routes {
            let wanted = expected(route.info.access, |name| role.permissions.iter().any(|one| one == name), true);
            let mut found = entry(&clerk, route).await;
            if found == Entry::SignIn {
                // A route before this one ended the session: with a fresh one the answer counts.
                clerk = town.clerk(&role.id).await;
                found = entry(&clerk, route).await;
            }
            // A page for citizens says itself that staff have none.
            let elsewhere = route.info.access == Access::Citizen && found == Entry::Refused;
            if found != wanted && !elsewhere {
                faults.push(format!("{} {} as {}: {found:?}, declared {wanted:?}", route.info.method, route.info.path, role.id));
            }
        }
    }
    let (account, person) = (Id::new("0190bbbb-0000-7000-8000-000000000000"), Id::new("0190cccc-0000-7000-8000-000000000000"));
    let mut citizen = town.citizen(&account, &person).await;
    for route in &routes {
        let wanted = if route.info.access == Access::Citizen { Entry::In } else { expected(route.info.access, |_| false, false) };
        let mut found = entry(&citizen, route).await;
        if found == Entry::SignIn && wanted != Entry::SignIn {
            citizen = town.citizen(&account, &person).await;
            found = entry(&citizen, route).await;
        }
        if found != wanted {
            faults.push(format!("{} {} as a citizen: {found:?}, declared {wanted:?}", route.info.method, route.info.path));
        }
    }
    for route in &routes {
        let wanted = expected(route.info.access, |_| false, false);
        let found = entry(&town.visitor(), route).await;
        if found != wanted {
            faults.push(format!("{} {} as nobody: {found:?}, declared {wanted:?}", route.info.method, route.info.path));
        }
    }
    assert_eq!(faults, Vec::<String>::new());
}

#[tokio::test]
async fn a_session_of_one_commune_opens_nothing_in_another() {
    let others: Vec<Module> = modules::all().into_iter().filter(|module| module.name != "ui").collect();
    let town = Town::with(others).await;
    let administrator = town.clerk("administrator").await;
    for path in ["/fr/admin/staff", "/fr/desk", "/fr/admin/units"] {
        let there = administrator.get(&format!("/c/rabat{path}")).await;
        assert_eq!(there.status.as_u16(), 303, "{path} of the neighbour opened");
    }
}
