//! Performs simulated events.

use serde_json::{Value, json};

use crate::http::server::Server;
use crate::model::state::{State, no_app};
use crate::outside::events::Simulation;
use crate::util::error::ApiError;

impl Server {
    /// Applies an event to an app. Returns the new IDs.
    pub(crate) fn simulate(&self, app: &str, simulation: impl Into<Simulation>) -> Result<Value, ApiError> {
        self.context.clock.tick();
        let simulation = simulation.into();
        let shown = simulation.shown();
        let response = {
            let mut state = self.state_of(app);
            state.app(app).ok_or_else(no_app)?;
            let change = |state: &mut State| simulation.simulate(state, app, &self.context);
            let response = self.change(&mut state, change);
            if response.is_ok() {
                self.changed();
            }
            response
        };
        let (result, error) = match &response {
            Ok(result) => (Some(result), None),
            Err(error) => (None, Some(error.titles().join("; "))),
        };
        let time = self.context.now();
        self.feed.simulated(json!({"time": time, "app": app, "event": shown, "result": result, "error": error}));
        response
    }
}
