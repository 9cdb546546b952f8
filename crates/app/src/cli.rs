//! What can be asked of `jamaa`: commands, their arguments and their help.

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Jamaa, the digital commune in one program.
///
/// Exit codes: 0 done, 1 refused or failed (a sentence on the standard error says why), 2 the command was not understood.
/// Every key of the configuration can be set by the environment, such as JAMAA_LISTEN; see docs/generated/config.md.
#[derive(Debug, Parser)]
#[command(name = "jamaa", version)]
pub struct Cli {
    #[command(flatten)]
    pub machine: Machine,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Clone, Default, Args)]
pub struct Machine {
    /// Configuration file; without it, jamaa.toml in the data folder when there is one
    #[arg(long, global = true, env = "JAMAA_CONFIG", value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Data folder: database, sealed files, key, backups
    #[arg(long, global = true, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// PostgreSQL address (postgres://…); without it, SQLite in the data folder
    #[arg(long, global = true, value_name = "URL")]
    pub database: Option<String>,
    /// Address and port to listen on
    #[arg(long, global = true, value_name = "HOST:PORT")]
    pub listen: Option<String>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Prepare a data folder: key, configuration, tables
    Init,
    /// Serve the communes
    Serve,
    /// Serve the demonstration commune of Salé, made on the first run
    Demo,
    /// Bring the tables to what this program needs, after a backup
    Migrate,
    /// Open and list communes
    #[command(subcommand)]
    Commune(CommuneCommand),
    /// Members of staff
    #[command(subcommand)]
    Staff(StaffCommand),
    /// Bring data in
    Import(Import),
    /// Give data out
    Export(Export),
    /// Keys that sign papers
    #[command(subcommand)]
    Signer(SignerCommand),
    /// Verify a compact receipt, the text of its QR code, with the commune's public key alone
    Verify(VerifyArgs),
    /// The chained journal
    #[command(subcommand)]
    Journal(JournalCommand),
    /// Write a backup now
    Backup(BackupArgs),
    /// Bring a backup back into an empty folder or database, and prove it
    Restore(RestoreArgs),
    /// Say what is wrong with this machine, in sentences
    Doctor,
    /// Print every configuration key with its default, its environment variable and its meaning
    Config,
    /// Measure this machine and this program, as ratios
    Bench(BenchArgs),
    /// Fill a commune that has no cases with invented reports of past years, for measuring
    Seed(SeedArgs),
    /// Make one paper by a template of a commune, within limits; the program starts this by itself
    #[command(hide = true)]
    Press,
    /// Write docs/generated
    #[command(hide = true)]
    GenerateDocs {
        /// The folder to write into
        folder: PathBuf,
    },
}

#[derive(Debug, Subcommand)]
pub enum CommuneCommand {
    /// Open a commune, or list the whole country
    Add {
        /// HCP code or slug, such as 04.441.01.0 or sale
        #[arg(required_unless_present = "all")]
        commune: Option<String>,
        /// All communes of the country, listed with their names and areas
        #[arg(long, conflicts_with = "commune")]
        all: bool,
    },
    /// The communes of this machine
    List {
        /// Only those that are open
        #[arg(long)]
        open: bool,
    },
}

#[derive(Debug, Subcommand)]
pub enum StaffCommand {
    /// Add a member of staff with a first grant; prints the link of the invitation
    Add(StaffArgs),
    /// Print a fresh invitation for who lost the first one; for a second factor that was lost with all its codes, add --reset
    Invite {
        /// The e-mail address that signs in
        #[arg(long)]
        email: String,
        /// End the password, the second factor and every session of the account first
        #[arg(long)]
        reset: bool,
        /// HCP code or slug of the commune; without it, the home commune
        #[arg(long)]
        commune: Option<String>,
    },
}

#[derive(Debug, Subcommand)]
pub enum SignerCommand {
    /// Give a member of staff, or an office, the key that signs. Without --file or --token the commune's own root issues one. Its
    /// PIN is read from the standard input, tried, and never kept
    Add(SignerArgs),
    /// The keys of the commune, and when they end
    List {
        /// HCP code or slug of the commune; without it, the home commune
        #[arg(long)]
        commune: Option<String>,
    },
    /// Unlock the key of a member of staff, or of an office, after too many wrong PINs
    Unlock(UnlockArgs),
    /// Trust the root certificates of a PEM file in verification: those of a provider of keys
    Trust {
        /// The PEM file
        file: PathBuf,
        /// HCP code or slug of the commune; without it, the home commune
        #[arg(long)]
        commune: Option<String>,
    },
    /// Print the public key that verifies the commune's receipts
    PublicKey {
        /// HCP code or slug of the commune; without it, the home commune
        #[arg(long)]
        commune: Option<String>,
    },
}

#[derive(Debug, Args)]
pub struct UnlockArgs {
    /// The e-mail address that signs in
    #[arg(long, required_unless_present = "unit", conflicts_with = "unit")]
    pub email: Option<String>,
    /// Code of the unit whose key it is
    #[arg(long)]
    pub unit: Option<String>,
    /// HCP code or slug of the commune; without it, the home commune
    #[arg(long)]
    pub commune: Option<String>,
}

#[derive(Debug, Args)]
pub struct SignerArgs {
    /// The e-mail address that signs in
    #[arg(long, required_unless_present = "unit", conflicts_with = "unit")]
    pub email: Option<String>,
    /// Code of the unit whose key it is: for those who may sign there and have no key of their own
    #[arg(long)]
    pub unit: Option<String>,
    /// A token file of a provider (PEM: PKCS #8 under its PIN, then the certificates)
    #[arg(long, conflicts_with = "token")]
    pub file: Option<PathBuf>,
    /// Label of the token on a device whose PKCS #11 library the configuration names (signing.library)
    #[arg(long, requires = "key")]
    pub token: Option<String>,
    /// Label of the key on that token
    #[arg(long, requires = "token")]
    pub key: Option<String>,
    /// The PIN, instead of the standard input
    #[arg(long)]
    pub pin: Option<String>,
    /// HCP code or slug of the commune; without it, the home commune
    #[arg(long)]
    pub commune: Option<String>,
}

#[derive(Debug, Args)]
pub struct VerifyArgs {
    /// The text of the QR code, or its address
    pub receipt: String,
    /// The commune's public key, base 64, as its pages publish it
    #[arg(long)]
    pub key: String,
}

#[derive(Debug, Args)]
pub struct StaffArgs {
    /// The person's name
    #[arg(long)]
    pub name: String,
    /// The e-mail address that signs in
    #[arg(long)]
    pub email: String,
    /// A role of the pack, such as administrator
    #[arg(long)]
    pub role: String,
    /// Code of the unit, such as lighting-followup; without it, the whole commune
    #[arg(long)]
    pub unit: Option<String>,
    /// HCP code of the area; without it, the whole commune
    #[arg(long)]
    pub area: Option<String>,
    /// The decision that appoints the person
    #[arg(long, default_value = "jamaa staff add")]
    pub decision: String,
    /// HCP code or slug of the commune; without it, the home commune
    #[arg(long)]
    pub commune: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, ValueEnum)]
pub enum ImportKind {
    /// CSV: name_ar, name_fr, arrondissement, lat, lon
    Quarters,
    /// GeoJSON: one feature per area, with its HCP code
    Boundaries,
    /// CSV or GeoJSON: number, lat, lon, quarter, street, state, installed_on, note
    Assets,
    /// Reports of another system: GeoReport v2 in JSON, XML or CSV, or the address of its server
    Open311,
    /// The services of another system, from a file of `export open311-services` or the address of its server: proposed as
    /// categories, never offered by themselves
    Open311Services,
}

#[derive(Debug, Args)]
pub struct Import {
    #[arg(value_enum)]
    pub what: ImportKind,
    /// The file, in UTF-8; of open311 in any encoding, or the address of a server such as https://311.example.org/open311/v2
    pub file: PathBuf,
    #[command(flatten)]
    pub foreign: Foreign,
    /// Kind of the numbered objects, such as lamp or bin
    #[arg(long, default_value = "lamp")]
    pub kind: String,
    /// HCP code or slug of the commune; without it, the home commune
    #[arg(long)]
    pub commune: Option<String>,
}

/// Of open311: where the reports come from, and how they are read.
#[derive(Debug, Clone, Default, Args)]
pub struct Foreign {
    /// Of open311: name of the other system; its numbers are known under it, so keep it when you run again. Without it, the host
    /// of the address or the name of the file
    #[arg(long, value_name = "NAME")]
    pub source: Option<String>,
    /// Of open311: time zone of dates that name none
    #[arg(long, default_value = "Africa/Casablanca", value_name = "ZONE")]
    pub zone: String,
    /// Of open311: read and count, and take nothing over
    #[arg(long)]
    pub dry_run: bool,
    /// Of open311: the list of everything that was mended; without it, a new file in the folder `imports` of the data folder
    #[arg(long, value_name = "FILE")]
    pub report: Option<PathBuf>,
    /// Of a server: the first day, such as 2019-01-01; without it, the last ninety days
    #[arg(long, value_name = "DAY")]
    pub since: Option<String>,
    /// Of a server: its jurisdiction_id
    #[arg(long, value_name = "ID")]
    pub jurisdiction: Option<String>,
    /// Of a server: a file that holds our key
    #[arg(long, value_name = "FILE")]
    pub key_file: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, ValueEnum)]
pub enum ExportKind {
    /// Every open dataset as CSV
    Data,
    /// The whole journal, to be verified anywhere
    Journal,
    /// The services offered to programs with what each asks, or with --source those of another system as they came in
    Open311Services,
}

#[derive(Debug, Args)]
pub struct Export {
    #[arg(value_enum)]
    pub what: ExportKind,
    /// Folder of the datasets; file of the journal or of the services
    pub target: PathBuf,
    /// Of open311-services: name of another system
    #[arg(long, value_name = "NAME")]
    pub source: Option<String>,
    /// HCP code or slug of the commune; without it, the home commune
    #[arg(long)]
    pub commune: Option<String>,
}

#[derive(Debug, Subcommand)]
pub enum JournalCommand {
    /// Recompute the chain of every commune here, or of one exported file
    Verify {
        /// A file of `jamaa export journal`: needs no database and no key
        #[arg(long, value_name = "FILE")]
        dump: Option<PathBuf>,
        /// The key the commune publishes; the file must be signed with it
        #[arg(long, requires = "dump", value_name = "BASE64")]
        key: Option<String>,
    },
}

#[derive(Debug, Args)]
pub struct BackupArgs {
    /// Folder to write into, empty or absent; without it, a new one in the backup folder
    #[arg(long, value_name = "DIR")]
    pub to: Option<PathBuf>,
    /// Rows as lines of JSON, which either engine can load
    #[arg(long)]
    pub portable: bool,
}

#[derive(Debug, Args)]
pub struct RestoreArgs {
    /// The backup
    #[arg(long, value_name = "DIR")]
    pub from: PathBuf,
    /// The key file that belongs to it; without it, root.key must already be in the data folder
    #[arg(long, value_name = "FILE")]
    pub key: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct SeedArgs {
    /// HCP code or slug; not needed where one commune is open
    #[arg(long)]
    pub commune: Option<String>,
    /// How many
    #[arg(long, default_value_t = 10_000)]
    pub reports: usize,
}

#[derive(Debug, Args)]
pub struct BenchArgs {
    /// Seconds of each load
    #[arg(long, default_value_t = 10)]
    pub seconds: u64,
    /// Address of a PostgreSQL server whose user may create databases: measured too
    #[arg(long, value_name = "URL")]
    pub postgres: Option<String>,
    /// Only the raw rate of the disk
    #[arg(long)]
    pub disk_only: bool,
    /// Only requests: form, search, check, signature, papers
    #[arg(long)]
    pub requests_only: bool,
    /// Only the portal: a person's page, a rush at the door, the calls of a bank
    #[arg(long)]
    pub portal_only: bool,
    /// Only appointments: a rush for seats, rivals for one, free days of a month
    #[arg(long)]
    pub appointments_only: bool,
    /// Only reports: whole lives, lists, map and search, over few and over a million
    #[arg(long)]
    pub reports_only: bool,
    /// Only neighbours: what other communes feel when one has seven times its load
    #[arg(long)]
    pub neighbours_only: bool,
    /// How many reports are a million
    #[arg(long, value_name = "COUNT")]
    pub reports: Option<usize>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_commands_fit_together_and_each_has_help() {
        let mut all = Cli::command();
        all.build();
        all.clone().debug_assert();
        let mut open: Vec<clap::Command> = all.get_subcommands().cloned().collect();
        while let Some(command) = open.pop() {
            assert!(
                command.get_about().is_some() || command.get_name() == "help",
                "{} says nothing of itself",
                command.get_name()
            );
            open.extend(command.get_subcommands().cloned());
        }
    }
}
