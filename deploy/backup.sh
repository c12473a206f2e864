#!/bin/sh
# Puts the store away under the time of day, and forgets what is older than KEEP_DAYS (90).
#   SITE_BACKEND=folder:DIR|postgres://… backup.sh FOLDER
# Nothing is forgotten unless the new one is there.
set -eu
folder=${1:?usage: backup.sh FOLDER}
site=${SITE:-site}
now=$(date -u +%Y-%m-%dT%H%M%SZ)
"$site" backend backup --lang en "$folder/$now"
find "$folder" -mindepth 1 -maxdepth 1 -type d -name '20??-??-??T??????Z' \
    -mtime "+${KEEP_DAYS:-90}" -exec rm -rf {} +
