//! `serve`: HTTP or TLS until the process is told to stop, then a graceful end.

use super::open;
use crate::operations;
use crate::voice::Voice;
use axum_server::Handle;
use axum_server::tls_rustls::RustlsConfig;
use platform::{App, Config, Problem, Refusal, Result};
use std::io::IsTerminal;
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
    tokio::spawn(announce(
        handle.clone(),
        voice.text(
            "operations-serving",
            &[("url", &app.public_url()), ("listen", &config.listen), ("data", &config.data.display().to_string())],
        ),
    ));
    let stopping = handle.clone();
    tokio::spawn(async move {
        stop.await;
        stopping.graceful_shutdown(Some(PATIENCE));
    });
    let busy = |error: std::io::Error| cannot_listen(address, &error);
    match certificate(config).await? {
        Some(tls) => axum_server::bind_rustls(address, tls).handle(handle).serve(service).await.map_err(busy),
        None => axum_server::bind(address).handle(handle).serve(service).await.map_err(busy),
    }
}

/// Refuses an address in use before long work is done for it.
pub fn can_listen(config: &Config) -> Result<()> {
    let address = listening(&config.listen)?;
    std::net::TcpListener::bind(address).map(|_| ()).map_err(|error| cannot_listen(address, &error))
}

fn cannot_listen(address: SocketAddr, error: &std::io::Error) -> Problem {
    let key =
        if error.kind() == std::io::ErrorKind::PermissionDenied { "operations-low-port" } else { "operations-cannot-listen" };
    Refusal::new(key).with("address", address).with("error", error).into()
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

/// The certificate of the configuration, when there is one.
pub async fn certificate(config: &Config) -> Result<Option<RustlsConfig>> {
    let tls = &config.tls;
    if tls.certificate.is_empty() {
        return Ok(None);
    }
    let _ = rustls::crypto::ring::default_provider().install_default(); // a second server in one process finds it installed
    for file in [&tls.certificate, &tls.key] {
        let path = std::path::Path::new(file);
        std::fs::File::open(path).map_err(Problem::file(path))?;
    }
    let wrong = |error: std::io::Error| {
        Problem::from(Refusal::new("operations-tls-wrong").with("file", &tls.certificate).with("error", error))
    };
    RustlsConfig::from_pem_file(&tls.certificate, &tls.key).await.map(Some).map_err(wrong)
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
    let _ = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .with_target(false)
        .try_init();
    Ok(())
}
