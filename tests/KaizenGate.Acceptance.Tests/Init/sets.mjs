// gitlab-ci-local needs methods of sets that Node.js has since version 22.
Set.prototype.union ??= function (other) {
    return new Set([...this, ...other]);
};
