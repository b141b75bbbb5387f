# What a pull request is judged from. Sourced by the action's gate.
# shellcheck shell=bash

# The revision whose difference to the files is the pull request, as far as this clone can tell.
base_of_pull_request() {
    # What checkout takes by default is a merge of the pull request into its target, whose tip is then the first parent.
    # A depth of 2 is enough to see it.
    if [[ $GITHUB_EVENT_NAME == pull_request && "$(git rev-parse --verify --quiet HEAD)" == "${GITHUB_SHA:-}" ]] &&
        git rev-parse --verify --quiet 'HEAD^2^{commit}' >/dev/null; then
        git rev-parse --verify --quiet 'HEAD^1^{commit}'
        return
    fi
    local target
    for target in "refs/remotes/origin/${GITHUB_BASE_REF:-}" "$GATE_BASE_SHA"; do
        if target="$(git rev-parse --verify --quiet --end-of-options "$target^{commit}")" &&
            git merge-base HEAD "$target"; then
            return
        fi
    done
    return 1
}

# find_change: sets `since` to what the program is to judge from, empty for everything, and `note` to what a person has
# to know about it.
find_change() {
    since="$GATE_SINCE"
    note=""
    if ! git rev-parse --git-dir >/dev/null 2>&1; then
        note="git cannot read this folder, so the change and its history are not known. Check the repository out first; in a container its owner must be the user of the job."
        return
    fi
    if [[ "$(git rev-parse --is-shallow-repository)" == true ]]; then
        note="This clone is shallow, so not all of the history is known. Give actions/checkout \`fetch-depth: 0\`."
    fi
    [[ -z $since && $GATE_PULL_REQUEST == true ]] || return 0
    case "$GITHUB_EVENT_NAME" in
        pull_request | merge_group) ;;
        *) return 0 ;;
    esac
    if ! since="$(base_of_pull_request 2>/dev/null)"; then
        since=""
        note="${note:-The pull request has no commit in common with its target here.} The pull request cannot be told from what was there before: everything is judged, and not whether it captures an improvement."
    fi
}
