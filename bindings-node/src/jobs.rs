use crate::{
    call::{CancelHandle, answer},
    client::NativeClient,
    failure::thrown,
};
use napi::bindgen_prelude::*;
use napi_derive::napi;
use std::sync::Arc;
use tokio::sync::Mutex;
use uploadcare::{JobWatch, WaitOptions};

/// A job being waited for, status after status.
#[napi]
pub struct NativeJobWatch {
    /// Locked while a status is asked for.
    watch: Arc<Mutex<JobWatch>>,
}

#[napi]
impl NativeJobWatch {
    /// A status as JSON text; `null` after that of the finished job.
    #[napi(catch_unwind)]
    pub fn next<'env>(
        &self,
        env: &'env Env,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let watch = self.watch.clone();
        answer(env, cancel, async move { watch.lock().await.next().await })
    }
}

#[napi]
impl NativeClient {
    /// How far a job is, by its text.
    #[napi(catch_unwind)]
    pub fn job_status<'env>(
        &self,
        env: &'env Env,
        text: String,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let jobs = self.client.jobs();
        answer(env, cancel, async move { jobs.open(&text)?.status().await })
    }

    /// Waits for a job, by its text.
    #[napi(catch_unwind)]
    pub fn job_watch(
        &self,
        env: &Env,
        text: String,
        options: WaitOptions,
    ) -> Result<NativeJobWatch> {
        let watch = self.client.jobs().open(&text).and_then(|job| job.watch(options));
        let watch = watch.map_err(|error| thrown(env, &error))?;
        Ok(NativeJobWatch { watch: Arc::new(Mutex::new(watch)) })
    }
}
