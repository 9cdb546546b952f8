//! Reports that were said instead of written: two wait for a clerk, one is to be read back, and one came by telephone.

use super::steps::Scene;
use crate::commands::HOME;
use cases::{Channel, Contact, Place};
use kernel::{Id, Lang, Phone};
use platform::{Result, Scope, store::seal::hex_sha256};
use procedures::Answers;
use reports::{Draft, Filing, KeptVoice};
use voice::{Spoken, Transcript};

const RATE: u32 = 8_000;
const TABRIQUET: &str = "04.441.01.09";

struct Said {
    procedure: &'static str,
    secs: u32,
    phone: &'static str,
    place: &'static str,
    /// Typed by whoever answered the telephone; nothing when it was said to the form.
    words: &'static str,
    /// What a clerk wrote down already.
    heard: &'static str,
}

const ALL: [Said; 4] = [
    Said { procedure: "pothole", secs: 4, phone: "0661200341", place: "حدا مسجد السنة", words: "", heard: "" },
    Said { procedure: "stray-dogs", secs: 6, phone: "", place: "قدام المدرسة", words: "", heard: "" },
    Said {
        procedure: "street-lamp-out",
        secs: 5,
        phone: "0661200342",
        place: "زنقة النخيل",
        words: "",
        heard: "الضو مقطوع عندنا هادي سيمانة، والدراري كيخافو يخرجو بالليل.",
    },
    Said {
        procedure: "pothole", secs: 0, phone: "0661200343", place: "أمام الفرن", words: "حفرة كبيرة وسط الطريق.", heard: ""
    },
];

pub async fn speak(scene: &Scene) -> Result<()> {
    for (place, said) in ALL.iter().enumerate() {
        let recording = if said.secs == 0 { None } else { Some(keep(scene, said.secs, place as u32)?) };
        let id = file(scene, said, recording).await?;
        scene.app.drain().await?;
        if !said.heard.is_empty() {
            let scope = Scope { actor: scene.staff.named("triage@demo.test"), ..scene.scope.clone() };
            let transcript = Transcript { spoken: Spoken::Darija, words: said.heard.into() };
            scene.app.store().write(scope, move |tx| voice::transcribe(tx, &id, &transcript)).await?;
        }
    }
    Ok(())
}

fn keep(scene: &Scene, secs: u32, pitch: u32) -> Result<KeptVoice> {
    let sound = hum(secs, pitch);
    let (blob, mark) = (scene.app.blobs().put(HOME, &sound)?, hex_sha256(&sound));
    Ok(KeptVoice { blob, kind: "audio/wav".into(), scan: cases::Scan::Clean, mark })
}

async fn file(scene: &Scene, said: &Said, voice: Option<KeptVoice>) -> Result<Id> {
    let channel = if voice.is_some() { Channel::Web } else { Channel::Phone };
    let place = Place { area: Some(TABRIQUET.into()), words: said.place.into(), ..Place::default() };
    let (procedure, words, phone) = (said.procedure, said.words, said.phone);
    let opened = scene.app.store().write(scene.scope.clone(), move |tx| {
        let draft = Draft {
            key: tx.new_id(),
            procedure: procedure.into(),
            channel,
            lang: Lang::Ar,
            words: words.into(),
            answers: Answers::default(),
            contact: Contact { phone: Phone::parse(phone), ..Contact::default() },
            person: None,
            point: None,
            quarter: None,
            place_words: place.words.clone(),
            number: String::new(),
            number_as_typed: false,
            chosen: None,
            photos: Vec::new(),
            voice: voice.clone(),
            publish: false,
        };
        reports::file(tx, &Filing { draft, place: place.clone(), objects: Vec::new(), visitor: "demo".into() })
    });
    Ok(opened.await?.id)
}

/// A hum that rises and falls like a sentence nobody understands: the demonstration records nobody.
fn hum(secs: u32, pitch: u32) -> Vec<u8> {
    let samples = RATE * secs;
    let mut sound = b"RIFF".to_vec();
    sound.extend((36 + samples).to_le_bytes());
    sound.extend(b"WAVEfmt \x10\0\0\0\x01\0\x01\0");
    sound.extend([RATE.to_le_bytes(), RATE.to_le_bytes()].concat());
    sound.extend(b"\x01\0\x08\0data");
    sound.extend(samples.to_le_bytes());
    let mut phase = 0.0_f64;
    sound.extend((0..samples).map(|sample| {
        let at = f64::from(sample) / f64::from(RATE);
        phase += (150.0 + f64::from(pitch) * 25.0 + 40.0 * (at * 3.1).sin()) / f64::from(RATE);
        let syllable = (at * 12.0).sin().max(0.0);
        (128.0 + 80.0 * syllable * (phase * std::f64::consts::TAU).sin()) as u8
    }));
    sound
}
