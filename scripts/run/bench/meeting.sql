-- A council of 500 seats in session with 60 items, everybody there; after fixture.sql, in the same alliance.
INSERT INTO governance_bodies (id, alliance_id, kind, name, tier, sort_order)
  VALUES (bench_id(11, 1), bench_id(1, 1), 'council', '示例理事会', 'decision', 1);
INSERT INTO rule_sets (id, alliance_id, body_id, matter, quorum_base, quorum_num, quorum_den, quorum_cmp, pass_base, pass_num,
    pass_den, pass_cmp, tie, article_ref, valid_from, options)
  SELECT gen_random_uuid(), bench_id(1, 1), bench_id(11, 1), matter, 'seats_filled', 2, 3, 'gte', 'present', 1, 2, 'gt', 'fails',
    '示例章程第十二条', '2020-01-01', '{}'
  FROM unnest(enum_range(NULL::matter)) matter;
INSERT INTO terms (id, alliance_id, body_id, ordinal, starts_on, ends_on)
  VALUES (bench_id(12, 1), bench_id(1, 1), bench_id(11, 1), 1, '2023-01-01', '2035-12-31');
INSERT INTO seats (id, alliance_id, body_id, number, basis, position)
  SELECT bench_id(13, n), bench_id(1, 1), bench_id(11, 1), n, 'unit',
    CASE n WHEN 1 THEN 'chair' ELSE 'member' END::seat_position
  FROM generate_series(1, 500) n;
INSERT INTO seat_holdings (id, alliance_id, seat_id, term_id, membership_id, valid_from)
  SELECT bench_id(14, n), bench_id(1, 1), bench_id(13, n), bench_id(12, 1), bench_id(3, 1000 + n), '2023-01-01'
  FROM generate_series(1, 500) n;

INSERT INTO people (id, name, synthetic) SELECT bench_id(7, 1000 + n), '示例代表 ' || n, true FROM generate_series(1, 500) n;
INSERT INTO users (id, person_id, email)
  SELECT bench_id(8, 1000 + n), bench_id(7, 1000 + n), 'seat' || n || '@bench.example' FROM generate_series(1, 500) n;
INSERT INTO role_grants (id, user_id, role, alliance_id, organization_id, valid_from)
  SELECT bench_id(9, 1000 + n), bench_id(8, 1000 + n), 'delegate', bench_id(1, 1), bench_id(2, 1000 + n), '2020-01-01'
  FROM generate_series(1, 500) n;
INSERT INTO seat_delegates (id, alliance_id, holding_id, person_id, kind, valid_from)
  SELECT bench_id(15, n), bench_id(1, 1), bench_id(14, n), bench_id(7, 1000 + n), 'principal', '2023-01-01'
  FROM generate_series(1, 500) n;

INSERT INTO meetings (id, alliance_id, body_id, title, mode, state, scheduled_at, opened_at, seats_all, seats_filled, chair_seat_id)
  VALUES (bench_id(16, 1), bench_id(1, 1), bench_id(11, 1), '示例理事会会议', 'room', 'open', now(), now(), 500, 500, bench_id(13, 1));
INSERT INTO meeting_seats (alliance_id, meeting_id, seat_id, number, position, voting, eligible, holder_name, membership_id,
    organization_id, person_id, person_name)
  SELECT bench_id(1, 1), bench_id(16, 1), bench_id(13, n), n, CASE n WHEN 1 THEN 'chair' ELSE 'member' END::seat_position,
    true, true, '示例单位 ' || lpad((1000 + n)::text, 5, '0'), bench_id(3, 1000 + n), bench_id(2, 1000 + n),
    bench_id(7, 1000 + n), '示例代表 ' || n
  FROM generate_series(1, 500) n;
INSERT INTO presences (id, alliance_id, meeting_id, seat_id, person_id, person_name, capacity, mode, came_at)
  SELECT bench_id(17, n), bench_id(1, 1), bench_id(16, 1), bench_id(13, n), bench_id(7, 1000 + n), '示例代表 ' || n, 'principal',
    'room', now()
  FROM generate_series(1, 500) n;
INSERT INTO agenda_items (id, alliance_id, meeting_id, sort_order, title, matter)
  SELECT bench_id(18, n), bench_id(1, 1), bench_id(16, 1), n, '示例议题 ' || n, 'ordinary' FROM generate_series(1, 60) n;
