//! Waiting tasks of PostgreSQL: a writer takes one commune's at a time, because its chain makes them serial anyway.

use super::Task;
use crate::problem::{Problem, Result};
use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex};

const LONGEST: usize = 4_096;
const BATCH: usize = 64;

#[derive(Default)]
pub(super) struct Queue {
    state: Mutex<Waiting>,
    bell: Condvar,
}

#[derive(Default)]
struct Waiting {
    tasks: VecDeque<Task>,
    /// Communes whose batch is being committed now.
    busy: Vec<Arc<str>>,
    closed: bool,
}

impl Queue {
    pub(super) fn push(&self, task: Task) -> Result<()> {
        let mut waiting = self.state.lock().map_err(|_| Problem::Closed)?;
        if waiting.tasks.len() >= LONGEST {
            return Err(Problem::Busy { retry_after_secs: 2 });
        }
        waiting.tasks.push_back(task);
        drop(waiting);
        self.bell.notify_one();
        Ok(())
    }

    pub(super) fn close(&self) {
        if let Ok(mut waiting) = self.state.lock() {
            waiting.closed = true;
        }
        self.bell.notify_all();
    }

    pub(super) fn take(&self, writer: bool) -> Option<Vec<Task>> {
        let mut waiting = self.state.lock().ok()?;
        loop {
            if waiting.closed {
                return None;
            }
            if let Some(batch) = waiting.next(writer) {
                return Some(batch);
            }
            waiting = self.bell.wait(waiting).ok()?;
        }
    }

    pub(super) fn done(&self, tenant: &Arc<str>) {
        if let Ok(mut waiting) = self.state.lock() {
            waiting.busy.retain(|busy| busy != tenant);
        }
        self.bell.notify_all();
    }
}

impl Waiting {
    fn next(&mut self, writer: bool) -> Option<Vec<Task>> {
        if !writer {
            return self.tasks.pop_front().map(|task| vec![task]);
        }
        let first = self.tasks.iter().position(|task| !self.busy.contains(&task.scope.tenant))?;
        let tenant = self.tasks[first].scope.tenant.clone();
        let mut batch = Vec::new();
        let mut place = first;
        while place < self.tasks.len() && batch.len() < BATCH {
            if self.tasks[place].scope.tenant == tenant {
                batch.extend(self.tasks.remove(place));
            } else {
                place += 1;
            }
        }
        self.busy.push(tenant);
        Some(batch)
    }
}
