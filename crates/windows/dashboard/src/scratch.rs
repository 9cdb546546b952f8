use crate::figures;
use testing::Town;
#[tokio::test]
async fn scratch_speed() {
    let town = Town::with(crate::tests::modules()).await;
    town.does(|tx| {
        tx.execute("INSERT INTO cases_cases (tenant, id, code, year, number, procedure, procedure_pin, state, phase, outcome, unit, area, channel, lang, restricted, hide_author, urgent, publication, vault, words, answers, contact, place_words, pin, received_at, moved_at, updated_at, answered_at, due_at, reopened, followers)
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
        SELECT '04.441.01.0', 'case' || i, 'C' || i, 2026, i, 'proc' || (i % 60), 'x', 'answered', CASE WHEN i % 10 = 0 THEN 'in_progress' ELSE 'closed' END, CASE WHEN i % 10 = 0 THEN NULL ELSE 'done' END,
         (SELECT MIN(id) FROM units_units), '04.441.01.0' || (i % 5 + 3), 'web', 'ar', 'no', 'no', 'no', 'none', 'vaultvaultvaultvaultvaultvaultvaultvaultvaultvaultvaultvaultvaultvaultvaultvault',
         'wordswordswordswordswordswordswordswordswordswordswordswordswordswordswordswordswordswordswordswordswordswordswordswordswordswordswordswordswordswordswordswordswordswordswordswords', 'answersanswersanswersanswersanswersanswersanswersanswersanswersanswersanswers', 'contactcontactcontactcontactcontactcontactcontactcontactcontact', 'placeplaceplaceplaceplaceplaceplace', 'pinpinpinpinpinpinpinpinpinpin',
         '202' || (5 + i % 2) || '-' || SUBSTR('0' || (i % 11 + 1), -2 + LENGTH('0' || (i % 11 + 1)) - 0 + 1 , 2) || '-' || (10 + i % 19) || 'T1' || (i % 10) || ':00:00.000000Z', 'x', 'x',
         CASE WHEN i % 10 = 0 THEN NULL ELSE '202' || (5 + i % 2) || '-' || SUBSTR('0' || (i % 11 + 1), -2 + LENGTH('0' || (i % 11 + 1)) - 0 + 1 , 2) || '-' || (10 + i % 19) || 'T2' || (i % 4) || ':00:00.000000Z' END, NULL, 0, 0 FROM n", vec![])?;
        tx.execute("INSERT INTO cases_clocks (tenant, id, case_id, clock, span, kind, source, on_due, started_at, due_at, state, stopped_at)
          SELECT tenant, id || 's', id, 'service', 5, 'working', '{\"kind\":\"target\",\"text\":{\"ar\":\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxx\",\"fr\":\"yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\"}}', '[]', received_at, answered_at, CASE WHEN answered_at IS NULL THEN 'running' ELSE 'met' END, answered_at FROM cases_cases", vec![])?;
        tx.execute("INSERT INTO cases_clocks (tenant, id, case_id, clock, span, kind, source, on_due, started_at, due_at, state, stopped_at)
          SELECT tenant, id || 'a', id, 'answer', 60, 'calendar', '{\"kind\":\"law\",\"text\":{\"ar\":\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxx\",\"fr\":\"yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\"}}', '[]', received_at, answered_at, CASE WHEN answered_at IS NULL THEN 'running' ELSE 'met' END, answered_at FROM cases_cases", vec![])?;
        let min: Vec<String> = tx.all("SELECT received_at AS a FROM cases_cases ORDER BY received_at LIMIT 2", vec![], |r| r.get("a"))?;
        println!("{min:?}");
        Ok(())
    }).await;
    if std::env::var("JAMAA_TEST_DATABASE").is_err() {
        for sql in [
            "SELECT unit, procedure, area, COUNT(*) FROM cases_cases WHERE tenant = 'x' AND ((restricted = 'no' AND unit IN ('a','b') AND area IN ('c'))) GROUP BY unit, procedure, area",
            "SELECT unit, procedure, area, received_at, answered_at FROM cases_cases WHERE tenant = 'x' AND (restricted = 'no' AND unit IN ('a')) AND answered_at >= 'x' AND answered_at IS NOT NULL AND COALESCE(outcome, '') NOT IN ('withdrawn', 'duplicate')",
            "SELECT SUBSTR(received_at, 1, 13) FROM cases_cases WHERE tenant = 'x' AND (restricted = 'no' AND unit IN ('a')) AND received_at >= 'x' GROUP BY SUBSTR(received_at, 1, 13)",
            "SELECT c.unit AS unit, COUNT(*) FROM cases_clocks k JOIN (SELECT id, unit, procedure, area FROM cases_cases WHERE tenant = 'x' AND (restricted = 'no' AND unit IN ('a')) AND COALESCE(outcome, '') NOT IN ('withdrawn', 'duplicate')) c ON c.id = k.case_id WHERE k.tenant = 'x' AND k.clock = 'service' AND k.stopped_at >= 'x' AND k.state IN ('met', 'missed') GROUP BY c.unit, c.procedure, c.area",
        ] {
            let plan: Vec<String> =
                town.reads(move |rx| rx.all(&format!("EXPLAIN QUERY PLAN {sql}"), vec![], |r| r.get("detail"))).await;
            println!("{plan:#?}");
        }
    }
    let boss = town.clerk("president").await;
    for days in [30, 90, 365, 365] {
        let t = std::time::Instant::now();
        let total = town.reads(move |rx| Ok(figures::load(rx, days, None)?.all().counts.total)).await;
        println!("{days} {total} house {:?}", t.elapsed());
        let t = std::time::Instant::now();
        boss.get(&format!("/fr/dashboard?days={days}")).await.ok();
        println!("page {:?}", t.elapsed());
    }
    let since = kernel::Day::ymd(2025, 11, 26).unwrap().start();
    town.reads(move |rx| {
        let w = cases::windows(rx, crate::SEE)?;
        let t = std::time::Instant::now();
        cases::figures::counts(rx, &w, since)?;
        println!("counts {:?}", t.elapsed());
        let t = std::time::Instant::now();
        cases::figures::kept(rx, &w, since)?;
        println!("kept {:?}", t.elapsed());
        let t = std::time::Instant::now();
        cases::figures::ages(rx, &w, cases::figures::By::Everything, since)?;
        println!("ages {:?}", t.elapsed());
        let t = std::time::Instant::now();
        cases::figures::marks(rx, &w, since)?;
        println!("marks {:?}", t.elapsed());
        let t = std::time::Instant::now();
        cases::figures::months(rx, &w, since)?;
        println!("months {:?}", t.elapsed());
        Ok(())
    })
    .await;
}
