namespace KaizenGate.Core.Editing;

/// <summary>Verifies before writing that an edit changed only what it should.</summary>
internal static class EditCheck
{
    /// <summary>
    /// Throws when an improvement without one of the keys differs in anything except its place, when their order or number differs, when a
    /// section is missing, or when a comment suppresses the findings of another improvement.
    /// </summary>
    /// <exception cref="InputException">Names what else would change.</exception>
    public static void OnlyThese(EditableBacklog before, EditableBacklog after, params IEnumerable<string> keys)
    {
        var edited = keys.ToHashSet(StringComparer.Ordinal);
        if (before.Digest.OtherChange(after.Digest, edited) is { } changed)
        {
            var was = before.Find(changed);
            throw before.ErrorAt(
                was?.Span ?? SourceSpan.FileStart,
                $"the edit would change how \"{(was ?? after.Find(changed))!.Name}\" is read, so nothing is changed",
                "Make this change by hand, or write the lines around it in a format of docs/backlog-format.md."
            );
        }

        if (!before.Digest.HasSectionsIn(after.Digest))
        {
            throw before.ErrorAt(
                SourceSpan.FileStart,
                "the edit would break a section, so nothing is changed",
                "Make this change by hand."
            );
        }

        if (!before.Digest.HasSameSuppressions(after.Digest, edited))
        {
            throw before.ErrorAt(
                before.Backlog.Suppressions is [var first, ..] ? first.Span : SourceSpan.FileStart,
                "the edit would move a comment that disables a rule to another improvement, so nothing is changed",
                "Make this change by hand."
            );
        }
    }

    /// <summary>Whether an edit changed nothing but the improvements with these keys.</summary>
    public static bool IsOnlyThese(EditableBacklog before, EditableBacklog after, HashSet<string> keys) =>
        before.Digest.OtherChange(after.Digest, keys) is null && before.Digest.HasSectionsIn(after.Digest);
}
