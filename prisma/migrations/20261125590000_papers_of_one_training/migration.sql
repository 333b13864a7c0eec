-- People, attendances and person-days of one training are results of their own and rest on one paper by their nature.
CREATE FUNCTION of_one_training(a outcome_records, b outcome_records) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(a.alliance_id = b.alliance_id AND a.organization_id = b.organization_id AND a.metric_code <> b.metric_code
    AND a.metric_code IN ('M39', 'M40', 'M41', 'M84') AND b.metric_code IN ('M39', 'M40', 'M41', 'M84')
    AND outcome_key(a.natural_key) = outcome_key(b.natural_key), false)
$$;

-- As before (20261125560000), and: the other numbers of the same training are no second use of its paper.
CREATE OR REPLACE FUNCTION judge_outcomes(p_ids uuid[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO outcome_findings (alliance_id, record_id, version, kind, strength, details, found_at)
  SELECT n.alliance_id, n.id, n.version, f.kind::finding_kind, f.strength::finding_strength, f.details, n.state_since
  FROM outcome_records n
  JOIN metric_definitions m ON m.code = n.metric_code
  JOIN alliances a ON a.id = n.alliance_id
  LEFT JOIN stored_files s ON s.alliance_id = n.alliance_id AND s.id = n.file_id
  CROSS JOIN LATERAL (
    SELECT count(*) AS n FROM (
      SELECT 1 FROM stored_files t JOIN outcome_records o ON o.alliance_id = t.alliance_id AND o.file_id = t.id
      WHERE t.alliance_id = n.alliance_id AND t.sha256 = s.sha256 AND o.id <> n.id AND o.state <> 'superseded'
        AND NOT of_one_training(n, o)
      -- Beyond so many the number says nothing more, and a paper of thousands would make each of them dear.
      LIMIT 99) several) again
  LEFT JOIN LATERAL (
    SELECT o.quantity FROM outcome_records o
    WHERE o.alliance_id = n.alliance_id AND o.organization_id = n.organization_id AND o.metric_code = n.metric_code
      AND o.state IN ('verified', 'published') AND o.id <> n.id AND o.occurred_on < n.occurred_on AND m.aggregation <> 'distinct'
    ORDER BY o.occurred_on DESC, o.id LIMIT 1) last ON true
  CROSS JOIN LATERAL (
    SELECT 'evidence_missing' AS kind, CASE WHEN m.evidence_required THEN 'block' ELSE 'info' END AS strength, '{}'::jsonb AS details
      WHERE n.file_id IS NULL AND n.certificate_id IS NULL
    UNION ALL SELECT 'benefit_uncertified', 'info', '{}'::jsonb WHERE n.metric_code IN ('M29', 'M30') AND n.certificate_id IS NULL
    UNION ALL SELECT 'evidence_reused', 'reason', jsonb_build_object('count', again.n) WHERE again.n > 0
    UNION ALL SELECT 'outside_membership', 'reason', '{}'::jsonb WHERE NOT EXISTS (
      SELECT 1 FROM memberships y JOIN membership_periods p ON p.membership_id = y.id
      WHERE y.alliance_id = n.alliance_id AND y.organization_id = n.organization_id
        AND daterange(p.valid_from, p.valid_to, '[]') @> n.occurred_on)
    UNION ALL SELECT 'rate_above_hundred', 'block', '{}'::jsonb WHERE m.unit_zh = '%' AND n.quantity > 100
    UNION ALL SELECT 'big_change', 'reason', jsonb_build_object('before', last.quantity::text, 'now', n.quantity::text)
      WHERE abs(n.quantity - last.quantity) * 2 > last.quantity
  ) f
  WHERE n.id = ANY(p_ids) AND n.state = 'submitted'
  ON CONFLICT DO NOTHING
$$;
