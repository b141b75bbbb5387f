# Finds the revision to compare a pull request with. Sourced by gate.sh.
# shellcheck shell=bash

# Prints the revision from which the pull request changes the working tree; fails if this clone does not contain it.
base_of_pull_request() {
    # By default, actions/checkout checks out a merge of the pull request into its target; the first parent is the target's
    # tip. A fetch depth of 2 includes it.
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

# find_change: sets `since` to the revision to check from, empty for everything, and `note` to a warning for the user.
find_change() {
    since="$GATE_SINCE"
    note=""
    if ! git rev-parse --git-dir >/dev/null 2>&1; then
        note="git cannot read this folder, so the change and its history are unknown. Check out the repository first; in a container, the user of the job must own it."
        return
    fi
    if [[ "$(git rev-parse --is-shallow-repository)" == true ]]; then
        note="This clone is shallow, so the history is incomplete. Set \`fetch-depth: 0\` in actions/checkout."
    fi
    [[ -z $since && $GATE_PULL_REQUEST == true ]] || return 0
    case "$GITHUB_EVENT_NAME" in
        pull_request | merge_group) ;;
        *) return 0 ;;
    esac
    if ! since="$(base_of_pull_request 2>/dev/null)"; then
        since=""
        note="${note:-This clone has no common commit of the pull request and its target.} The changes of the pull request are unknown: everything is checked, except whether it captures an improvement."
    fi
}
