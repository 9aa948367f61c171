//! What calls have to tell and to ask the thread that runs JavaScript.

use crate::failure::Thrown;
use napi::{
    Status, bindgen_prelude::*, threadsafe_function::ThreadsafeFunction,
    threadsafe_function::ThreadsafeFunctionCallMode::NonBlocking,
};
use napi_derive::napi;
use parking_lot::Mutex;
use std::{collections::HashMap, sync::Arc};
use tokio::sync::oneshot;
use uploadcare::{Error as CoreError, Result as CoreResult};

/// A message of a call: an event, a question for its signer or for what gives its credentials, or
/// that a question is not asked any more.
#[napi(object, object_from_js = false)]
pub struct NativeMessage {
    /// Number of the call.
    pub call: i64,
    /// The event as JSON text.
    pub event: Option<String>,
    /// Number of the question.
    pub question: Option<u32>,
    /// What is asked for. Without it the question is withdrawn.
    #[napi(ts_type = "'signature' | 'credential'")]
    pub asks: Option<String>,
    /// What is to be signed, as JSON text.
    pub request: Option<String>,
}

/// What is asked for.
#[derive(Clone, Copy)]
pub enum Asks {
    Signature,
    Credential,
}

impl Asks {
    fn text(self) -> String {
        match self {
            Self::Signature => "signature",
            Self::Credential => "credential",
        }
        .to_owned()
    }

    /// The error of whom was asked and cannot give it.
    fn refused(self, problem: String) -> CoreError {
        match self {
            Self::Signature => CoreError::signer(problem),
            Self::Credential => CoreError::credential(problem),
        }
    }
}

/// Calls the JavaScript function that takes the messages. It does not keep the process alive.
type Wake = ThreadsafeFunction<(), (), (), Status, false, true>;
type Answer = (Asks, oneshot::Sender<CoreResult<String>>);

/// Messages to one environment, in order. What is told of a call is there before the call ends, so
/// whoever takes the messages first has the whole story.
pub struct Mailbox {
    inner: Mutex<Inner>,
}

struct Inner {
    messages: Vec<NativeMessage>,
    answers: HashMap<u32, Answer>,
    last_question: u32,
    /// None once the environment is torn down.
    wake: Option<Wake>,
}

impl Mailbox {
    pub fn tell(&self, call: i64, event: String) {
        self.inner.lock().post(NativeMessage {
            call,
            event: Some(event),
            question: None,
            asks: None,
            request: None,
        });
    }

    /// Asks on behalf of a call. Dropping the future withdraws the question.
    pub async fn ask(&self, call: i64, what: Asks, request: Option<String>) -> CoreResult<String> {
        let (sender, answer) = oneshot::channel();
        let question = {
            let mut inner = self.inner.lock();
            if inner.wake.is_none() {
                return Err(CoreError::cancelled());
            }
            let question = inner.last_question.wrapping_add(1);
            inner.last_question = question;
            inner.answers.insert(question, (what, sender));
            inner.post(NativeMessage {
                call,
                event: None,
                question: Some(question),
                asks: Some(what.text()),
                request,
            });
            question
        };
        let _question = Question { mailbox: self, call, number: question };
        answer.await.unwrap_or_else(|_| Err(CoreError::cancelled()))
    }

    fn answer(&self, question: u32, answer: impl FnOnce(Asks) -> CoreResult<String>) {
        let asked = self.inner.lock().answers.remove(&question);
        if let Some((what, sender)) = asked {
            // Whoever asked may have gone.
            drop(sender.send(answer(what)));
        }
    }

    /// Nothing may call into an environment that is torn down.
    fn close(&self) {
        let mut inner = self.inner.lock();
        inner.messages.clear();
        inner.answers.clear();
        inner.wake = None;
    }
}

impl Inner {
    fn post(&mut self, message: NativeMessage) {
        let Some(wake) = &self.wake else { return };
        self.messages.push(message);
        if self.messages.len() == 1 {
            wake.call((), NonBlocking);
        }
    }
}

struct Question<'a> {
    mailbox: &'a Mailbox,
    call: i64,
    number: u32,
}

impl Drop for Question<'_> {
    fn drop(&mut self) {
        let mut inner = self.mailbox.inner.lock();
        if inner.answers.remove(&self.number).is_none() {
            return;
        }
        let waiting = inner.messages.len();
        inner.messages.retain(|message| message.question != Some(self.number));
        // One that JavaScript has not seen yet needs no withdrawing.
        if inner.messages.len() == waiting {
            let (call, question) = (self.call, Some(self.number));
            inner.post(NativeMessage { call, event: None, question, asks: None, request: None });
        }
    }
}

/// The messages to this thread.
#[napi]
pub struct NativeMailbox {
    pub(crate) mailbox: Arc<Mailbox>,
}

#[napi]
impl NativeMailbox {
    /// `wake`: called on this thread when there are messages.
    #[napi(constructor, catch_unwind)]
    pub fn new(env: &Env, wake: Function<'_, (), ()>) -> Result<Self> {
        let wake = wake.build_threadsafe_function().weak::<true>().build()?;
        let mailbox = Arc::new(Mailbox {
            inner: Mutex::new(Inner {
                messages: Vec::new(),
                answers: HashMap::new(),
                last_question: 0,
                wake: Some(wake),
            }),
        });
        env.add_env_cleanup_hook(mailbox.clone(), |mailbox| mailbox.close())?;
        Ok(Self { mailbox })
    }

    /// Takes all messages that are there.
    #[napi(catch_unwind)]
    pub fn take(&self) -> Vec<NativeMessage> {
        std::mem::take(&mut self.mailbox.inner.lock().messages)
    }

    /// Answers a question with what was asked for.
    #[napi(catch_unwind)]
    pub fn answer(&self, question: u32, given: String) {
        self.mailbox.answer(question, |_| Ok(given));
    }

    /// Answers a question with what is wrong. `is_thrown`: whether JavaScript keeps a value that
    /// was thrown, under the number of the question.
    #[napi(catch_unwind)]
    pub fn refuse(&self, question: u32, problem: String, is_thrown: bool) {
        self.mailbox.answer(question, |what| {
            let error = what.refused(problem);
            Err(if is_thrown { error.with_source(Thrown(question)) } else { error })
        });
    }
}
