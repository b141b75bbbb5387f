# Workflow commands of GitHub Actions. Sourced by the action's steps.
# shellcheck shell=bash

# escape_text TEXT: one line for a workflow command, with nothing in it that the runner takes for a command.
escape_text() {
    local text="$1"
    text="${text//'%'/%25}"
    text="${text//$'\r'/%0D}"
    text="${text//$'\n'/%0A}"
    # The runner finds old-style commands anywhere in a line. Twice, because ### leaves a pair the first time.
    text="${text//'##'/# #}"
    text="${text//'##'/# #}"
    printf '%s' "$text"
}

# annotate LEVEL TEXT: an annotation of the run; LEVEL is error, warning or notice.
annotate() {
    printf '::%s title=KaizenGate::%s\n' "$1" "$(escape_text "$2")"
}

# fail TEXT: reports an input error and ends the step with exit code 2.
fail() {
    annotate error "$1"
    set_output verdict error
    set_output exit-code 2
    exit 2
}

# set_output NAME VALUE: an output of the step. The delimiter is random, so no value can end early.
set_output() {
    local mark
    mark="kaizen-$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')"
    printf '%s<<%s\n%s\n%s\n' "$1" "$mark" "$2" "$mark" >>"$GITHUB_OUTPUT"
}

# require_boolean INPUT VALUE: fails unless the value is true or false.
require_boolean() {
    case "$2" in
        true | false) ;;
        *) fail "the input $1 is \"$2\"; it must be true or false" ;;
    esac
}
