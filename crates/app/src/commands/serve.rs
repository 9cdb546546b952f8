//! `serve`: HTTP or TLS until the process is told to stop, then a graceful end.

use super::open;
use crate::operations;
use crate::voice::Voice;
use axum_server::Handle;
use axum_server::tls_rustls::RustlsConfig;
use platform::{App, Config, Problem, Refusal, Result};
use std::net::{SocketAddr, ToSocketAddrs};
use std::process::ExitCode;
use std::time::Duration;
use tokio::signal::unix::{SignalKind, signal};

/// How long requests may still take after the word to stop.
const PATIENCE: Duration = Duration::from_secs(20);

pub async fn serve(config: Config, voice: &Voice) -> Result<ExitCode> {
    if config.demo {
        return crate::demo::run(config, voice).await;
    }
    log_to_standard_error(&config)?;
    let app = open(config).await?;
    app.start_worker();
    serve_until(&app, voice, told_to_stop()).await?;
    Ok(ExitCode::SUCCESS)
}

/// Serves until `stop` completes.
pub async fn serve_until(app: &App, voice: &Voice, stop: impl Future<Output = ()> + Send + 'static) -> Result<()> {
    let config = app.config();
    let address = listening(&config.listen)?;
    let handle = Handle::new();
    let service = operations::door(app).into_make_service_with_connect_info::<SocketAddr>();
    tokio::spawn(operations::backups::watch(app.clone()));
    tokio::spawn(announce(handle.clone(), voice.text("operations-serving", &[("url", &app.public_url())])));
    let stopping = handle.clone();
    tokio::spawn(async move {
        stop.await;
        stopping.graceful_shutdown(Some(PATIENCE));
    });
    let busy = |error: std::io::Error| {
        Problem::from(Refusal::new("operations-cannot-listen").with("address", address).with("error", error))
    };
    if config.tls.certificate.is_empty() {
        axum_server::bind(address).handle(handle).serve(service).await.map_err(busy)
    } else {
        let tls = certificate(config).await?;
        axum_server::bind_rustls(address, tls).handle(handle).serve(service).await.map_err(busy)
    }
}

/// Refuses an address in use before long work is done for it.
pub fn can_listen(config: &Config) -> Result<()> {
    let address = listening(&config.listen)?;
    let busy = |error| Problem::from(Refusal::new("operations-cannot-listen").with("address", address).with("error", error));
    std::net::TcpListener::bind(address).map(|_| ()).map_err(busy)
}

fn listening(text: &str) -> Result<SocketAddr> {
    let wrong =
        |error: String| Problem::from(Refusal::new("operations-cannot-listen").with("address", text).with("error", error));
    let mut found = text.to_socket_addrs().map_err(|error| wrong(error.to_string()))?;
    found.next().ok_or_else(|| wrong("no address".into()))
}

async fn announce(handle: Handle<SocketAddr>, line: String) {
    if handle.listening().await.is_some() {
        tracing::info!("{line}");
    }
}

async fn certificate(config: &Config) -> Result<RustlsConfig> {
    let _ = rustls::crypto::ring::default_provider().install_default(); // a second server in one process finds it installed
    let tls = &config.tls;
    let wrong =
        |error: std::io::Error| Refusal::new("operations-tls-wrong").with("file", &tls.certificate).with("error", error).into();
    RustlsConfig::from_pem_file(&tls.certificate, &tls.key).await.map_err(wrong)
}

/// SIGTERM of the service manager, or Ctrl-C.
pub async fn told_to_stop() {
    let Ok(mut terminate) = signal(SignalKind::terminate()) else { return std::future::pending().await };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
}

pub fn log_to_standard_error(config: &Config) -> Result<()> {
    let wrong = |error: tracing_subscriber::filter::ParseError| {
        Problem::from(Refusal::new("operations-log-wrong").with("found", &config.log).with("error", error))
    };
    let filter = tracing_subscriber::EnvFilter::builder().parse(&config.log).map_err(wrong)?;
    // A second server in one process keeps the first one's log.
    let _ = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_target(false).try_init();
    Ok(())
}
