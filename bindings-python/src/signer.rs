//! Functions of the user in the place of a secret key: they sign requests, or give what uploads are sent with.

use crate::ask::{Function, Where, ask, failed, type_name};
use pyo3::prelude::*;
use std::{future::Future, pin::Pin, sync::Arc};
use uploadcare::{
    Error, RequestSigner, Result, SigningRequest, UploadCredential, UploadCredentialProvider,
    UploadSignature,
};

type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T>> + Send + 'a>>;

/// Takes requests to the function.
pub struct Signer(pub Arc<Function>);

impl RequestSigner for Signer {
    fn sign(&self, request: SigningRequest) -> Answer<'_, String> {
        Box::pin(async move {
            let answer = ask(&self.0, Some(request), Where::Anywhere, signature).await;
            answer.unwrap_or_else(|| Err(Error::signer(NOBODY)))
        })
    }
}

const NOBODY: &str = "there is nobody to ask any more";

fn signature(py: Python<'_>, given: PyResult<Bound<'_, PyAny>>) -> Result<String> {
    let given = given.map_err(|error| failed(py, error, Error::signer))?;
    given
        .extract()
        .map_err(|_| Error::signer(format!("it must give text, not {}", type_name(&given))))
}

/// Asks the function for a credential.
pub struct CredentialProvider(pub Arc<Function>);

impl UploadCredentialProvider for CredentialProvider {
    fn credential(&self) -> Answer<'_, UploadCredential> {
        Box::pin(async move {
            let answer = ask(&self.0, None, Where::Anywhere, credential).await;
            answer.unwrap_or_else(|| Err(Error::credential(NOBODY)))
        })
    }
}

fn credential(py: Python<'_>, given: PyResult<Bound<'_, PyAny>>) -> Result<UploadCredential> {
    let given = given.map_err(|error| failed(py, error, Error::credential))?;
    if let Ok(token) = given.extract::<String>() {
        return UploadCredential::parse(&token);
    }
    match given.cast::<UploadSignature>() {
        Ok(signature) => Ok(UploadCredential::Signature(signature.get().clone())),
        Err(_) => Err(Error::credential(format!(
            "the function must give a text or an UploadSignature, not {}",
            type_name(&given)
        ))),
    }
}
