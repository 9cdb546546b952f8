//! THE list: every module of the program, one line each, in floor order. A module names only those before it.

use platform::Module;

pub fn all() -> Vec<Module> {
    vec![
        // ground
        ui::module(),
        georeport::module(),
        // registers
        journal::module(),
        calendar::module(),
        places::module(),
        units::module(),
        sites::module(),
        sending::module(),
        people::module(),
        identity::module(),
        assets::module(),
        procedures::module(),
        assisted::module(),
        cases::module(),
        folder::module(),
        payments::module(),
        gateways::module(),
        simulator::module(),
        // services
        reports::module(),
        voice::module(),
        hotline::module(),
        contractors::module(),
        upkeep::module(),
        field::module(),
        follow::module(),
        moderation::module(),
        satisfaction::module(),
        requests::module(),
        permits::module(),
        documents::module(),
        plans::module(),
        post::module(),
        outages::module(),
        appointments::module(),
        queue::module(),
        open311::module(),
        integrations::module(),
        // windows
        my::module(),
        public_site::module(),
        open_data::module(),
        dashboard::module(),
        administration::module(),
        // app
        crate::operations::module(),
        crate::demo::module(),
    ]
}
