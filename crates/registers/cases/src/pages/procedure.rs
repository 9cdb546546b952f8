//! What a new version of a procedure leaves untouched: the files that are open under it.

use crate::store::lists;
use kernel::Id;
use platform::{Ctx, PanelModel, Result, Tx, context};

/// The panel of a version; `procedure` is the name of the procedure.
pub fn open_files(tx: &mut Tx, procedure: &Id) -> Result<Option<PanelModel>> {
    let open = lists::open_of(tx, procedure.as_str())?;
    Ok(Some(Box::new(move |_: &Ctx| context! { open => open })))
}
