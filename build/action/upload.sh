# Decides whether to upload the SARIF report to code scanning. Sourced by gate.sh.
# shellcheck shell=bash

# existing FILE: prints its name if it is not empty.
existing() {
    if [[ -s $1 ]]; then
        printf '%s' "$1"
    fi
}

# The token is read-only in pull requests from forks and Dependabot. A deleted fork has no name.
may_only_read() {
    case "$GITHUB_EVENT_NAME" in
        pull_request | pull_request_target)
            [[ $GATE_HEAD_REPOSITORY != "$GITHUB_REPOSITORY" || $GITHUB_ACTOR == 'dependabot[bot]' ]]
            ;;
        *) false ;;
    esac
}

# may_upload FILE: prints true or false, with the reason in the log. After an error there are no findings, and code
# scanning would regard the earlier ones as fixed.
may_upload() {
    if [[ $GATE_UPLOAD_SARIF == false || $verdict == error || ! -s $1 ]]; then
        printf 'false'
    elif may_only_read; then
        echo "SARIF is not uploaded: the token of this pull request is read-only" >&2
        printf 'false'
    else
        printf 'true'
    fi
}
