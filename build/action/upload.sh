# Whether the SARIF report goes to code scanning. Sourced by the action's gate.
# shellcheck shell=bash

# existing FILE: its name, if it is there.
existing() {
    if [[ -s $1 ]]; then
        printf '%s' "$1"
    fi
}

# In a pull request of a fork, or of Dependabot, the token of a job may only read. A fork that was deleted has no name.
may_only_read() {
    case "$GITHUB_EVENT_NAME" in
        pull_request | pull_request_target)
            [[ $GATE_HEAD_REPOSITORY != "$GITHUB_REPOSITORY" || $GITHUB_ACTOR == 'dependabot[bot]' ]]
            ;;
        *) false ;;
    esac
}

# may_upload FILE: true or false; why not goes to the log. What could not be judged has no findings, and code scanning
# would take those of before for fixed.
may_upload() {
    if [[ $GATE_UPLOAD_SARIF == false || $verdict == error || ! -s $1 ]]; then
        printf 'false'
    elif may_only_read; then
        echo "SARIF is not uploaded: the token of this pull request may only read" >&2
        printf 'false'
    else
        printf 'true'
    fi
}
