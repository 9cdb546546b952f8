//! Rules first, then messages that leave, wait, fail, are shown and are erased.

use crate::model::{Channel, Filter, State};
use crate::{Message, To, rules, send, send_before, store};
use kernel::{Email, Lang, Moment, Phone};
use std::sync::{Arc, Mutex};
use testing::Town;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

fn mail(text: &str) -> Message {
    let to = To::Email(Email::parse("amina@example.ma").unwrap());
    Message { to, lang: Lang::Fr, subject: "Votre dossier avance".into(), text: text.into(), about: None }
}

fn sms(text: &str) -> Message {
    let to = To::Phone(Phone::parse("0612345678").unwrap());
    Message { to, lang: Lang::Ar, subject: String::new(), text: text.into(), about: None }
}

async fn town(change: impl FnOnce(&mut platform::Config)) -> Town {
    Town::configured([crate::module()], change).await
}

async fn states(town: &Town) -> Vec<(Channel, State, Option<String>)> {
    let all = town.reads(|rx| store::list(rx, &Filter::default(), 100)).await;
    all.into_iter().map(|message| (message.channel, message.state, message.error)).collect()
}

/// A mail server that takes everything, or refuses every recipient; what it heard is kept.
async fn mail_server(refuses: bool) -> (String, Arc<Mutex<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let heard = Arc::new(Mutex::new(String::new()));
    let kept = heard.clone();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let _ = speak_smtp(stream, refuses, &kept).await;
        }
    });
    (format!("smtp://127.0.0.1:{}", address.port()), heard)
}

async fn speak_smtp(stream: TcpStream, refuses: bool, heard: &Mutex<String>) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream);
    lines.get_mut().write_all(b"220 test\r\n").await?;
    let (mut line, mut in_data) = (String::new(), false);
    while lines.read_line(&mut line).await? > 0 {
        heard.lock().unwrap().push_str(&line);
        let answer = match line.trim_end() {
            "." => {
                in_data = false;
                "250 taken\r\n"
            }
            _ if in_data => "",
            "DATA" => {
                in_data = true;
                "354 go\r\n"
            }
            "QUIT" => "221 bye\r\n",
            text if refuses && text.starts_with("RCPT") => "550 no mailbox amina@example.ma here\r\n",
            _ => "250 ok\r\n",
        };
        lines.get_mut().write_all(answer.as_bytes()).await?;
        line.clear();
    }
    Ok(())
}

/// An SMS gateway that answers every request with one status.
async fn gateway(status: &'static str) -> (String, Arc<Mutex<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let heard = Arc::new(Mutex::new(String::new()));
    let kept = heard.clone();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut bytes = vec![0; 8_192];
            let mut text = String::new();
            while !text.contains('}') {
                let Ok(count @ 1..) = stream.read(&mut bytes).await else { break };
                text.push_str(&String::from_utf8_lossy(&bytes[..count]));
            }
            kept.lock().unwrap().push_str(&text);
            let _ =
                stream.write_all(format!("HTTP/1.1 {status}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n").as_bytes()).await;
        }
    });
    (format!("http://{address}/send"), heard)
}

#[test]
fn an_error_of_the_outside_keeps_no_address() {
    let to = To::Phone(Phone::parse("0612345678").unwrap());
    assert_eq!(rules::safe_error("no route to +212612345678 (212612345678)\r\n", &to), "no route to +212 6•• ••• •78 (•••)");
}

#[test]
fn mail_to_another_machine_is_never_in_clear() {
    assert_eq!(rules::smtp_address("smtp://u:p@mail.ma:587"), "smtp://u:p@mail.ma:587?tls=required");
    for same in ["smtp://127.0.0.1:25", "smtps://u:p@mail.ma", "smtp://mail.ma?tls=opportunistic"] {
        assert_eq!(rules::smtp_address(same), same);
    }
    assert_eq!(rules::server_of("smtp://user:secret@mail.ma:587?tls=required"), "mail.ma:587");
}

#[test]
fn a_link_of_ours_is_found_in_the_words() {
    let path = |text: &str| rules::own_path(text, "http://localhost:8080");
    assert_eq!(
        path("ouvrez http://localhost:8080/fr/staff/setup?ticket=ab Sinon rien").as_deref(),
        Some("/fr/staff/setup?ticket=ab")
    );
    assert_eq!(path("http://localhost:8080.evil.ma/x"), None);
    assert_eq!(path("rien"), None);
}

#[test]
fn a_message_is_worth_nothing_after_its_time() {
    let at = |text| Moment::parse(text).unwrap();
    assert!(rules::is_expired(Some(at("2026-11-24T09:00:00Z")), at("2026-11-24T09:00:00Z")));
    assert!(!rules::is_expired(Some(at("2026-11-24T09:00:01Z")), at("2026-11-24T09:00:00Z")));
    assert!(!rules::is_expired(None, at("2026-11-24T09:00:00Z")));
}

#[tokio::test]
async fn an_email_and_an_sms_leave_once() {
    let ((smtp, mailed), (sms_url, texted)) = (mail_server(false).await, gateway("200 OK").await);
    let town = town(|config| {
        config.mail.smtp_url = smtp;
        config.mail.from = "Commune de Salé <services@sale.example.ma>".into();
        config.sms.gateway_url = sms_url;
        config.sms.authorization = "Bearer k".into();
    })
    .await;
    town.does(|tx| send(tx, mail("Bonjour Amina")).and_then(|()| send(tx, sms("رمزكم 123456")))).await;
    town.drain().await;
    town.drain().await;
    assert_eq!(states(&town).await, [(Channel::Sms, State::Sent, None), (Channel::Email, State::Sent, None)]);
    let mailed = mailed.lock().unwrap().clone();
    assert!(mailed.contains("RCPT TO:<amina@example.ma>") && mailed.contains("Bonjour Amina"), "{mailed}");
    assert_eq!(mailed.matches("\r\nDATA").count(), 1);
    let texted = texted.lock().unwrap().clone();
    assert!(texted.contains("authorization: Bearer k") && texted.contains("\"to\":\"+212612345678\""), "{texted}");
}

#[tokio::test]
async fn without_configuration_a_message_is_held_and_staff_see_it() {
    let town = town(|_| {}).await;
    town.does(|tx| send(tx, mail("Bonjour"))).await;
    town.drain().await;
    assert_eq!(states(&town).await, [(Channel::Email, State::Held, None)]);
    let clerk = town.clerk("dpo").await;
    clerk.get("/fr/outbox").await.ok().shows("non configuré").shows("a•••@example.ma").shows_not("Bonjour").shows_not("avance");
    town.visitor().get("/fr/outbox").await.redirects_to("/fr/staff/sign-in?next=/outbox");
    town.clerk("agent").await.get("/fr/outbox").await.is(403);
    town.advance_hours(1).await;
    assert_eq!(states(&town).await, [(Channel::Email, State::Held, None)]);
}

#[tokio::test]
async fn a_refused_message_has_failed_and_can_be_sent_again() {
    let (smtp, _) = mail_server(true).await;
    let town = town(|config| {
        config.mail.smtp_url = smtp;
        config.mail.from = "services@sale.example.ma".into();
    })
    .await;
    town.does(|tx| send(tx, mail("Bonjour"))).await;
    town.drain().await;
    let (_, state, error) = states(&town).await.remove(0);
    assert_eq!(state, State::Failed);
    let error = error.unwrap();
    assert!(error.contains("no mailbox") && !error.contains("amina@"), "{error}");
    let clerk = town.clerk("dpo").await;
    let page = clerk.get("/fr/outbox?state=failed").await.ok().text().replace("&#x2f;", "/");
    let id = page.split("/outbox/").nth(1).and_then(|rest| rest.split("/again").next()).unwrap();
    clerk.post(&format!("/fr/outbox/{id}/again"), &[]).await.is(303);
    assert_eq!(states(&town).await[0].1, State::Waiting);
}

#[tokio::test]
async fn a_busy_gateway_is_tried_again_and_at_last_given_up() {
    let (url, heard) = gateway("503 Busy").await;
    let town = town(|config| config.sms.gateway_url = url).await;
    town.does(|tx| send(tx, sms("سلام"))).await;
    town.drain().await;
    assert_eq!(states(&town).await[0].1, State::Waiting);
    for _ in 0..6 {
        town.advance_hours(1).await;
    }
    assert_eq!(states(&town).await[0].1, State::Failed);
    assert_eq!(heard.lock().unwrap().matches("POST /send").count(), 6);
}

#[tokio::test]
async fn a_code_is_not_sent_after_its_time() {
    let (url, heard) = gateway("200 OK").await;
    let town = town(|config| config.sms.gateway_url = url).await;
    town.does(|tx| {
        let end = tx.now().plus_minutes(10);
        send_before(tx, sms("رمزكم 123456"), end)
    })
    .await;
    town.clock.advance_secs(601);
    town.drain().await;
    assert_eq!(states(&town).await[0].1, State::Expired);
    assert_eq!(heard.lock().unwrap().as_str(), "");
}

#[tokio::test]
async fn in_the_demonstration_nothing_leaves_and_everything_shows() {
    let (smtp, mailed) = mail_server(false).await;
    let town = town(|config| {
        config.demo = true;
        config.mail.smtp_url = smtp;
        config.mail.from = "services@sale.example.ma".into();
    })
    .await;
    town.does(|tx| send(tx, mail("Bonjour Amina"))).await;
    town.drain().await;
    town.visitor().get("/fr/outbox").await.ok().shows("Bonjour Amina").shows("Votre dossier avance");
    assert_eq!(mailed.lock().unwrap().as_str(), "");
}

#[tokio::test]
async fn the_outbox_is_paged_newest_first() {
    let town = town(|config| config.demo = true).await;
    for number in 0..30 {
        town.does(move |tx| send(tx, mail(&format!("Message n° {number}.")))).await;
        town.clock.advance_secs(1);
    }
    town.drain().await;
    let first = town.visitor().get("/fr/outbox").await.ok().shows("Message n° 29.").shows_not("Message n° 4.").text();
    let next = first.split("rel=\"next\" href=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap().replace("&#x2f;", "/");
    town.visitor().get(&next).await.ok().shows("Message n° 4.").shows("Message n° 0.").shows_not("Message n° 29.");
}

#[tokio::test]
async fn words_are_erased_after_thirty_days() {
    let town = town(|config| config.demo = true).await;
    town.does(|tx| send(tx, mail("Bonjour Amina"))).await;
    town.drain().await;
    town.advance_hours(24 * 29).await;
    town.visitor().get("/fr/outbox").await.ok().shows("Bonjour Amina");
    town.advance_hours(24 * 3).await;
    town.visitor().get("/fr/outbox").await.ok().shows_not("Bonjour Amina").shows("Affiché ici");
}

#[tokio::test]
async fn a_test_message_tells_what_the_outside_answered() {
    let ((smtp, _), (sms_url, _)) = (mail_server(true).await, gateway("200 OK").await);
    let town = town(|config| {
        config.mail.smtp_url = smtp;
        config.mail.from = "services@sale.example.ma".into();
        config.sms.gateway_url = sms_url;
    })
    .await;
    let roles = town.app.roles().clone();
    let role = roles.values().find(|role| role.permissions.iter().any(|name| name == crate::SETTINGS.0)).unwrap();
    let administrator = town.clerk(&role.id).await;
    let to = [("to", "amina@example.ma")];
    administrator.post("/fr/admin/sending/test-mail", &to).await.ok().shows("no mailbox");
    administrator.post("/fr/admin/sending/test-sms", &[("to", "0612345678")]).await.ok().shows("accepté");
    administrator.post("/fr/admin/sending/test-mail", &[("to", "amina")]).await.is(422);
    town.clerk("agent").await.post("/fr/admin/sending/test-mail", &to).await.is(403);
}

mod incoming;
