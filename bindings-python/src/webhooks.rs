//! Deliveries of webhooks.

use crate::{errors::raise, options::argument};
use pyo3::{prelude::*, pybacked::PyBackedBytes};
use uploadcare::{WebhookDelivery, WebhookReceiver};

/// What knows whether a delivery is genuine.
#[pyclass(frozen, module = "uploadcare_sdk._generated._native")]
pub struct NativeWebhookReceiver(WebhookReceiver);

#[pymethods]
impl NativeWebhookReceiver {
    #[new]
    fn new(py: Python<'_>, secrets: &Bound<'_, PyAny>) -> PyResult<Self> {
        let secrets: Vec<String> = argument(secrets, "secrets")?;
        WebhookReceiver::new(secrets).map(Self).map_err(|error| raise(py, &error))
    }

    fn receive(
        &self,
        py: Python<'_>,
        body: &Bound<'_, PyAny>,
        signature: &Bound<'_, PyAny>,
    ) -> PyResult<WebhookDelivery> {
        let body: PyBackedBytes = argument(body, "body")?;
        let signature: Option<String> = argument(signature, "signature")?;
        self.0.receive(&body, signature.as_deref()).map_err(|error| raise(py, &error))
    }

    fn verify(
        &self,
        py: Python<'_>,
        body: &Bound<'_, PyAny>,
        signature: &Bound<'_, PyAny>,
    ) -> PyResult<()> {
        let body: PyBackedBytes = argument(body, "body")?;
        let signature: Option<String> = argument(signature, "signature")?;
        self.0.verify(&body, signature.as_deref()).map_err(|error| raise(py, &error))
    }
}
