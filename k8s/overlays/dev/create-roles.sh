# Run by the image of Postgres when its data folder is new: the enricher logs in as a role that may
# not change tables. The migration job grants it the rows.
psql --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" \
  --set=role="$(cat /etc/postgres-service/username)" \
  --set=password="$(cat /etc/postgres-service/password)" <<'SQL'
CREATE ROLE :"role" LOGIN PASSWORD :'password';
SQL
