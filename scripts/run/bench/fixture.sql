-- The fixture of the benchmark: 10,000 organizations, 20,000 projects, and as many outcome records as the second half of
-- this file is asked for. Everything follows from numbers, so two runs hold the same rows.
CREATE FUNCTION bench_id(area int, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
  SELECT (lpad(to_hex(area), 8, '0') || '-0000-8000-8000-' || lpad(to_hex(n), 12, '0'))::uuid
$$;

INSERT INTO alliances (id, slug, name, type, status, published_at)
  VALUES (bench_id(1, 1), 'bench', '示例联盟（性能测试）', 'school_enterprise_league', 'operating', now());

INSERT INTO organizations (id, name, kind, search_text, pinyin, synthetic)
  SELECT bench_id(2, n), '示例单位 ' || lpad(n::text, 5, '0'),
    (ARRAY['enterprise', 'enterprise', 'enterprise', 'university', 'vocational_college', 'government', 'research_institute'])[1 + n % 7]::organization_kind,
    '示例单位 ' || lpad(n::text, 5, '0') || ' shilidanwei' || n || ' sldw' || n, 'shilidanwei' || lpad(n::text, 5, '0'), true
  FROM generate_series(1, 10000) n;

INSERT INTO memberships (id, alliance_id, organization_id, number)
  SELECT bench_id(3, n), bench_id(1, 1), bench_id(2, n), n FROM generate_series(1, 10000) n;
INSERT INTO membership_periods (id, alliance_id, membership_id, position, valid_from, opened_reason)
  SELECT bench_id(4, n), bench_id(1, 1), bench_id(3, n),
    (ARRAY['member_unit', 'member_unit', 'council_unit', 'standing_unit'])[1 + n % 4]::member_position, '2023-01-01', '示例：成立名单'
  FROM generate_series(1, 10000) n;

INSERT INTO projects (id, alliance_id, code_year, code_number, title, type, state, lead_id, starts_on, ends_on, registered_at, synthetic, created_at)
  SELECT bench_id(5, n), bench_id(1, 1), 2020 + n % 6, 1 + n / 6, '示例项目 ' || n,
    (ARRAY['talent', 'tech_rd', 'tech_service', 'training'])[1 + n % 4]::project_type, 'running', bench_id(2, 1 + n % 10000),
    '2024-01-01', '2026-12-31', now(), true, timestamptz '2024-01-01' + n * interval '1 minute'
  FROM generate_series(1, 20000) n;
INSERT INTO project_parties (id, alliance_id, project_id, organization_id, role, state, answered_at)
  SELECT bench_id(6, 2 * n + side), bench_id(1, 1), bench_id(5, n), bench_id(2, 1 + (n + side * 3331) % 10000),
    CASE side WHEN 0 THEN 'lead' ELSE 'co_builder' END::party_role, 'confirmed', now()
  FROM generate_series(1, 20000) n, generate_series(0, 1) side;

INSERT INTO metric_definitions (code, sort_order, name_zh, name_en, unit_zh, unit_en, aggregation, year_basis, definition_zh, definition_en, reportable)
  SELECT 'M' || (30 + n), n, '示例指标 ' || n, 'Sample metric ' || n, '人日', 'person-days', 'sum', 'calendar', '-', '-', true
  FROM generate_series(1, 12) n;

-- A secretariat that reads, and a member's contact that writes; keys and sessions are given by the runner.
INSERT INTO people (id, name, synthetic) SELECT bench_id(7, n), '示例人员 ' || n, true FROM generate_series(1, 6) n;
INSERT INTO users (id, person_id, email) SELECT bench_id(8, n), bench_id(7, n), 'bench' || n || '@bench.example' FROM generate_series(1, 6) n;
INSERT INTO role_grants (id, user_id, role, alliance_id, organization_id, valid_from)
  VALUES (bench_id(9, 1), bench_id(8, 1), 'secretariat', bench_id(1, 1), NULL, '2020-01-01'),
         (bench_id(9, 2), bench_id(8, 2), 'enterprise_contact', bench_id(1, 1), bench_id(2, 1), '2020-01-01');

CREATE FUNCTION bench_outcomes(first bigint, last bigint) RETURNS void LANGUAGE sql AS $$
  INSERT INTO outcome_records (id, alliance_id, organization_id, metric_code, title, year, occurred_on, quantity, state, verified_at, synthetic)
    SELECT bench_id(10, n), bench_id(1, 1), bench_id(2, 1 + n % 800), 'M' || (31 + n % 12), '示例成果 ' || n, 2020 + (n / 12) % 7,
      make_date((2020 + (n / 12) % 7)::int, 6, 1), 1 + n % 97, CASE WHEN n % 10 = 0 THEN 'submitted' ELSE 'verified' END::figure_state,
      CASE WHEN n % 10 = 0 THEN NULL ELSE now() END, true
    FROM generate_series(first, last) n
$$;

-- Money of some of the projects: each partner promises cash, half of which has arrived, and each lead goods. Four people have
-- a part of each entry.
CREATE FUNCTION bench_money(first bigint, last bigint) RETURNS void LANGUAGE sql AS $$
  INSERT INTO fund_commitments (id, alliance_id, project_id, organization_id, kind, amount, valuation, valued_by, state, proof,
      confirmed_by_id, confirmed_at, promised_on, due_on, created_by_id, synthetic)
    SELECT bench_id(21, 2 * n + side), bench_id(1, 1), bench_id(5, n), bench_id(2, 1 + (n + side * 3331) % 10000),
      CASE side WHEN 1 THEN 'cash' ELSE 'equipment' END::resource_kind, 10000 + n, CASE side WHEN 0 THEN '示例发票' END,
      CASE side WHEN 0 THEN 'invoice' END::valuation_method, 'confirmed', '示例协议 ' || n, bench_id(8, 3), now(),
      date '2024-01-15' + (n % 300)::int, '2025-06-30', bench_id(8, 4), true
    FROM generate_series(first, last) n, generate_series(0, 1) side;
  -- One project has what a long one has: fifty promises.
  INSERT INTO fund_commitments (id, alliance_id, project_id, organization_id, kind, amount, state, proof, confirmed_by_id,
      confirmed_at, promised_on, due_on, created_by_id, synthetic)
    SELECT bench_id(23, n), bench_id(1, 1), bench_id(5, 77), bench_id(2, 78), 'cash', 1000 + n, 'confirmed',
      '示例协议 ' || n, bench_id(8, 3), now(), '2024-01-15', '2025-06-30', bench_id(8, 4), true
    FROM generate_series(1, 48) n WHERE 77 BETWEEN first AND last;
  INSERT INTO fund_entries (id, alliance_id, project_id, commitment_id, organization_id, flow, kind, source, amount,
      happened_on, voucher_no, state, entered_by_id, checked_by_id, checked_at, approved_by_id, approved_at, posted_by_id,
      posted_at, synthetic)
    SELECT bench_id(22, n), bench_id(1, 1), bench_id(5, n), bench_id(21, 2 * n + 1), bench_id(2, 1 + (n + 3331) % 10000),
      'receipt', 'cash', 'enterprise', 5000, date '2024-06-01' + (n % 300)::int, '示例凭证 ' || n, 'posted', bench_id(8, 3),
      bench_id(8, 4), now(), bench_id(8, 5), now(), bench_id(8, 6), now(), true
    FROM generate_series(first, last) n
$$;
