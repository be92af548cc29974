# Run by the image of Postgres when its data folder is new: enricher and search log in as roles that
# may not change tables. The migration jobs grant them their rows.
for service in enricher search; do
  psql --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" \
    --set=role="$(cat "/etc/postgres-$service/username")" \
    --set=password="$(cat "/etc/postgres-$service/password")" <<'SQL'
CREATE ROLE :"role" LOGIN PASSWORD :'password';
SQL
done
