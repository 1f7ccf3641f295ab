SELECT
  date_trunc('month', f.made_at_date)::DATE AS bucket,
  coalesce(f.owner_id, '(none)') AS by_owner,
  count(*) AS referrals_made,
  count(*) FILTER (WHERE f.converted_at IS NOT NULL) AS referrals_converted
FROM (WITH made AS (
    SELECT referrals.*, coalesce(merged.survivor, referrer_customer_id) AS referrer_id,
        coalesce(referred.survivor, referrals.customer_id) AS referred_id,
        coalesce(of_lead.survivor, lead_id) AS surviving_lead,
        coalesce(of_contact.survivor, contact_id) AS surviving_contact
    FROM referrals
    LEFT JOIN lead_survivors of_lead ON of_lead.id = lead_id
    LEFT JOIN contact_survivors of_contact ON of_contact.id = contact_id
    LEFT JOIN merged_customers merged ON merged.id = referrer_customer_id
    LEFT JOIN merged_customers referred ON referred.id = referrals.customer_id),
  firsts AS (
    SELECT made.*
    FROM made JOIN customer_profiles profile ON profile.id = referrer_id
    WHERE profile.became_customer_at <= made_at
    QUALIFY row_number() OVER (
        PARTITION BY referrer_id, coalesce('customer ' || referred_id, 'lead ' || surviving_lead,
            'contact ' || surviving_contact, 'referral ' || made.id)
        ORDER BY made_at, made.id) = 1),
  begun AS (
    SELECT firsts.id, min(profile.became_customer_at) AS became_at
    FROM firsts
    LEFT JOIN leads own_lead ON own_lead.id = firsts.lead_id
    LEFT JOIN leads ON leads.id = firsts.surviving_lead
    LEFT JOIN contacts own_contact ON own_contact.id = firsts.contact_id
    LEFT JOIN contacts ON contacts.id = firsts.surviving_contact
    LEFT JOIN merged_customers of_lead
      ON of_lead.id = coalesce(leads.converted_customer_id, own_lead.converted_customer_id)
    LEFT JOIN merged_customers of_contact
      ON of_contact.id = coalesce(contacts.customer_id, own_contact.customer_id)
    JOIN customer_profiles profile ON profile.id IN (firsts.referred_id,
        coalesce(of_lead.survivor, leads.converted_customer_id, own_lead.converted_customer_id),
        coalesce(of_contact.survivor, contacts.customer_id, own_contact.customer_id))
    WHERE profile.became_customer_at >= firsts.made_at
    GROUP BY firsts.id)
  SELECT firsts.* REPLACE (
      coalesce(firsts.team_id, teams.team_id) AS team_id,
      coalesce(firsts.converted_at, begun.became_at) AS converted_at,
      coalesce(firsts.converted_at_date, profile.became_customer_at_date) AS converted_at_date,
      referrer_id AS customer_id)
  FROM firsts
  LEFT JOIN begun ON begun.id = firsts.id
  LEFT JOIN (SELECT DISTINCT became_customer_at, became_customer_at_date FROM customer_profiles) profile
    ON profile.became_customer_at = begun.became_at
  LEFT JOIN user_teams teams ON teams.user_id = firsts.owner_id AND teams.valid_from <= made_at
    AND (teams.valid_to IS NULL OR made_at < teams.valid_to)) f
WHERE f.made_at_date >= ? AND f.made_at_date < ?
GROUP BY GROUPING SETS ((), (bucket), (by_owner), (bucket, by_owner));
-- 2026-01-01
-- 2026-04-01

SELECT
  date_trunc('month', f.made_at_date)::DATE AS bucket,
  coalesce(customer_profiles_of_customer_id.owner_id, '(none)') AS by_owner,
  count(DISTINCT f.customer_id) AS customers_referring
FROM (WITH made AS (
    SELECT referrals.*, coalesce(merged.survivor, referrer_customer_id) AS referrer_id,
        coalesce(referred.survivor, referrals.customer_id) AS referred_id,
        coalesce(of_lead.survivor, lead_id) AS surviving_lead,
        coalesce(of_contact.survivor, contact_id) AS surviving_contact
    FROM referrals
    LEFT JOIN lead_survivors of_lead ON of_lead.id = lead_id
    LEFT JOIN contact_survivors of_contact ON of_contact.id = contact_id
    LEFT JOIN merged_customers merged ON merged.id = referrer_customer_id
    LEFT JOIN merged_customers referred ON referred.id = referrals.customer_id),
  firsts AS (
    SELECT made.*
    FROM made JOIN customer_profiles profile ON profile.id = referrer_id
    WHERE profile.became_customer_at <= made_at
    QUALIFY row_number() OVER (
        PARTITION BY referrer_id, coalesce('customer ' || referred_id, 'lead ' || surviving_lead,
            'contact ' || surviving_contact, 'referral ' || made.id)
        ORDER BY made_at, made.id) = 1),
  begun AS (
    SELECT firsts.id, min(profile.became_customer_at) AS became_at
    FROM firsts
    LEFT JOIN leads own_lead ON own_lead.id = firsts.lead_id
    LEFT JOIN leads ON leads.id = firsts.surviving_lead
    LEFT JOIN contacts own_contact ON own_contact.id = firsts.contact_id
    LEFT JOIN contacts ON contacts.id = firsts.surviving_contact
    LEFT JOIN merged_customers of_lead
      ON of_lead.id = coalesce(leads.converted_customer_id, own_lead.converted_customer_id)
    LEFT JOIN merged_customers of_contact
      ON of_contact.id = coalesce(contacts.customer_id, own_contact.customer_id)
    JOIN customer_profiles profile ON profile.id IN (firsts.referred_id,
        coalesce(of_lead.survivor, leads.converted_customer_id, own_lead.converted_customer_id),
        coalesce(of_contact.survivor, contacts.customer_id, own_contact.customer_id))
    WHERE profile.became_customer_at >= firsts.made_at
    GROUP BY firsts.id)
  SELECT firsts.* REPLACE (
      coalesce(firsts.team_id, teams.team_id) AS team_id,
      coalesce(firsts.converted_at, begun.became_at) AS converted_at,
      coalesce(firsts.converted_at_date, profile.became_customer_at_date) AS converted_at_date,
      referrer_id AS customer_id)
  FROM firsts
  LEFT JOIN begun ON begun.id = firsts.id
  LEFT JOIN (SELECT DISTINCT became_customer_at, became_customer_at_date FROM customer_profiles) profile
    ON profile.became_customer_at = begun.became_at
  LEFT JOIN user_teams teams ON teams.user_id = firsts.owner_id AND teams.valid_from <= made_at
    AND (teams.valid_to IS NULL OR made_at < teams.valid_to)) f
LEFT JOIN customer_profiles customer_profiles_of_customer_id ON customer_profiles_of_customer_id.id = f.customer_id
WHERE f.made_at_date >= ? AND f.made_at_date < ?
GROUP BY GROUPING SETS ((), (bucket), (by_owner), (bucket, by_owner));
-- 2026-01-01
-- 2026-04-01

SELECT
  bucket,
  coalesce(customer_profiles_of_customer_id.owner_id, '(none)') AS by_owner,
  count(*) AS customers_active_at_end
FROM customer_activity f
LEFT JOIN customer_profiles customer_profiles_of_customer_id ON customer_profiles_of_customer_id.id = f.customer_id
JOIN (VALUES (NULL, TIMESTAMP '2025-12-31T23:00', TIMESTAMP '2026-03-31T22:00', TIMESTAMP '2026-03-31T22:00'), (DATE '2026-01-01', TIMESTAMP '2025-12-31T23:00', TIMESTAMP '2026-01-31T23:00', TIMESTAMP '2026-01-31T23:00'), (DATE '2026-02-01', TIMESTAMP '2026-01-31T23:00', TIMESTAMP '2026-02-28T23:00', TIMESTAMP '2026-02-28T23:00'), (DATE '2026-03-01', TIMESTAMP '2026-02-28T23:00', TIMESTAMP '2026-03-31T22:00', TIMESTAMP '2026-03-31T22:00')) frame(bucket, first, until, seen_until)
  ON f.active_from < frame.seen_until AND (f.active_to IS NULL OR f.active_to >= frame.seen_until)
GROUP BY GROUPING SETS ((bucket), (bucket, by_owner));

SELECT
  date_trunc('month', f.created_at_date)::DATE AS bucket,
  coalesce(f.owner_id, '(none)') AS by_owner,
  count(*) AS referrals_unidentified
FROM (SELECT * FROM leads
  WHERE source = 'referral' AND referrer_customer_id IS NULL AND merged_into IS NULL
    AND coalesce(status, 'new') NOT IN ('spam', 'test', 'duplicate')
    AND id NOT IN (SELECT coalesce(survivor, lead_id)
        FROM referrals LEFT JOIN lead_survivors ON lead_survivors.id = lead_id
        WHERE lead_id IS NOT NULL AND referrer_customer_id IS NOT NULL)) f
WHERE f.created_at_date >= ? AND f.created_at_date < ?
GROUP BY GROUPING SETS ((), (bucket), (by_owner), (bucket, by_owner));
-- 2026-01-01
-- 2026-04-01
