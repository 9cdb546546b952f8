//! What the house knows of the country: read once from the pack at start, the same for every transaction.

use crate::problem::{Problem, Result};
use std::any::{Any, TypeId, type_name};
use std::collections::HashMap;
use std::sync::Arc;

/// One value per type: a module puts its own kind in, and finds it again by that kind.
#[derive(Clone, Default)]
pub struct Facts {
    known: HashMap<TypeId, Arc<dyn Any + Send + Sync>>,
}

impl Facts {
    pub fn put<T: Any + Send + Sync>(&mut self, fact: T) {
        self.known.insert(TypeId::of::<T>(), Arc::new(fact));
    }

    /// The value of this kind. Absent when its module is not part of the program, which is a fault of ours.
    pub fn get<T: Any + Send + Sync>(&self) -> Result<Arc<T>> {
        let found = self.known.get(&TypeId::of::<T>()).cloned().and_then(|fact| fact.downcast().ok());
        found.ok_or_else(|| Problem::internal(format!("nothing is known of {}", type_name::<T>())))
    }
}
