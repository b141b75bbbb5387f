using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Editing.Fixes;

/// <summary>The mechanical remedy of one rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Apply">Puts right what it can of what the rule found, and leaves the rest as it is.</param>
internal sealed record Fix(Rule Rule, Func<FixTask, EditableBacklog> Apply);

/// <summary>What is to be put right.</summary>
/// <param name="Document">The backlog.</param>
/// <param name="Found">What the rule found, suppressed findings left out; at least one.</param>
/// <param name="Archive">The archive of the backlog; null when there is none.</param>
/// <param name="Settings">The settings in force.</param>
/// <param name="AsOf">Today, for the rules.</param>
internal sealed record FixTask(
    EditableBacklog Document,
    ImmutableArray<Finding> Found,
    Backlog? Archive,
    GateSettings Settings,
    DateOnly AsOf
)
{
    /// <summary>The backlog with its archive.</summary>
    public Backlog Backlog => Document.Backlog with { Archive = Archive };

    /// <summary>Edits one improvement after the other; the text is read again after each. What would change more than it should is not done.</summary>
    /// <param name="edits">The edits for one improvement as it is now.</param>
    public EditableBacklog OneByOne(Func<EditableBacklog, Improvement, ImmutableArray<TextEdit>> edits)
    {
        var now = Document;
        foreach (
            var key in Found.Select(finding => finding.Item?.Key).OfType<string>().Distinct(StringComparer.Ordinal)
        )
        {
            // Of two with the same identity nobody knows which is meant.
            if (now.Backlog.Improvements.Where(item => item.Key == key).Take(2).ToArray() is [var item])
            {
                now = Tried(now, () => edits(now, item));
            }
        }

        return now;
    }

    /// <summary>A document with edits; as it was when they cannot be made, or would change an improvement more than a fix may.</summary>
    public static EditableBacklog Tried(EditableBacklog now, Func<ImmutableArray<TextEdit>> edits)
    {
        try
        {
            var next = now.With(edits());
            return FixGuard.Are(now.Backlog, next.Backlog) ? next : now;
        }
        catch (InputException)
        {
            return now;
        }
    }
}
