using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace KaizenGate.Core.Editing;

/// <summary>
/// What an edit must not change, with a hash for each improvement. Takes a hundredth of the memory of the backlog, which need not be
/// in memory together with the edited one.
/// </summary>
internal sealed class BacklogDigest
{
    private readonly ImmutableArray<ItemDigest> items;
    private readonly Dictionary<string, int> sections;
    private readonly ImmutableArray<(string? Key, string Comment)> suppressions;

    public BacklogDigest(Backlog backlog)
    {
        var content = new ContentHash();
        items =
        [
            .. backlog.Improvements.Select(item => new ItemDigest(item.Key, content.Of(item), content.OfKept(item))),
        ];
        sections = backlog.Sections.CountBy(section => section.Title).ToDictionary(StringComparer.Ordinal);
        suppressions =
        [
            .. backlog.Suppressions.Select(one =>
                (
                    one.Item is { } order ? backlog.Improvements[order].Key : null,
                    $"{one.Scope} {string.Join(',', one.Rules)} {one.Reason}"
                )
            ),
        ];
    }

    /// <summary>
    /// Returns the key of the first improvement that differs in anything except its place; null when none does. A missing, a new and a
    /// moved improvement differ too.
    /// </summary>
    /// <param name="after">The edited backlog.</param>
    /// <param name="edited">The keys of the improvements to leave out.</param>
    public string? OtherChange(BacklogDigest after, HashSet<string> edited)
    {
        using var old = items.Where(item => !edited.Contains(item.Key)).GetEnumerator();
        using var now = after.items.Where(item => !edited.Contains(item.Key)).GetEnumerator();
        while (true)
        {
            var (hasOld, hasNow) = (old.MoveNext(), now.MoveNext());
            if (!hasOld || !hasNow)
            {
                return hasOld ? old.Current.Key
                    : hasNow ? now.Current.Key
                    : null;
            }

            if (old.Current.Key != now.Current.Key || old.Current.Content != now.Current.Content)
            {
                return old.Current.Key;
            }
        }
    }

    /// <summary>Whether another backlog has all sections; further ones may be new, and an area may have moved.</summary>
    public bool HasSectionsIn(BacklogDigest after) =>
        sections.All(title => title.Value <= after.sections.GetValueOrDefault(title.Key));

    /// <summary>Whether another backlog has the same comments for the same improvements. The key of an edited one can be new.</summary>
    public bool HasSameSuppressions(BacklogDigest after, HashSet<string> edited)
    {
        return Named(this).SequenceEqual(Named(after), StringComparer.Ordinal);

        IEnumerable<string> Named(BacklogDigest digest) =>
            digest
                .suppressions.Select(one => $"{one.Comment} {(edited.Contains(one.Key ?? "") ? "" : one.Key)}")
                .Order(StringComparer.Ordinal);
    }

    /// <summary>Whether an edit changed only what fixes may change: scores, returns, sections and ids.</summary>
    public bool IsFixedIn(BacklogDigest after) =>
        items.Length == after.items.Length
        && suppressions.Length == after.suppressions.Length
        && items.Select(item => item.Kept).Order().SequenceEqual(after.items.Select(item => item.Kept).Order());

    /// <param name="Key">See <see cref="Improvement.Key"/>.</param>
    /// <param name="Content">The hash of everything except the place.</param>
    /// <param name="Kept">The hash of what no fix may change.</param>
    private readonly record struct ItemDigest(string Key, UInt128 Content, UInt128 Kept);
}

/// <summary>
/// Hashes improvements by XXH3 (Yann Collet, xxHash 0.8) of 128 bits: a change of one of a million improvements stays unnoticed with a
/// probability below 10⁻³².
/// </summary>
internal sealed class ContentHash
{
    private readonly XxHash128 hash = new();

    /// <summary>Hashes everything except the place.</summary>
    public UInt128 Of(Improvement item)
    {
        Add((int)item.Form);
        Add(item.Id);
        Add(item.Title);
        Add((int)item.Status);
        Add(item.Section?.Title);
        Add(item.SubTasks);
        Add(item.SubTasksDone);
        Add(item.OtherPlaces.Length);
        Add(item.Contradictions.Length);
        Add(item.StatusSigns.Length);
        foreach (var sign in item.StatusSigns)
        {
            Add((int)sign.Source);
            Add((int)sign.Status);
            Add(sign.Text);
        }

        Add(item.Fields.Length);
        foreach (var field in item.Fields)
        {
            Add(field.Definition.Name);
            Add(field.Label);
            Add(field.Text);
        }

        foreach (var field in item.Values.Table.WithValue)
        {
            var value = item.Values.Of(field);
            Add((int?)value?.Origin ?? -1);
            Add(value?.ValueText);
        }

        return Result();
    }

    /// <summary>Hashes what no fix may change.</summary>
    public UInt128 OfKept(Improvement item)
    {
        Add(item.Title);
        Add((int)item.Status);
        Add(item.SubTasks);
        Add(item.SubTasksDone);
        Add(item.OtherPlaces.Length);
        foreach (var field in item.Values.Table.WithValue)
        {
            if (field.IsGuarded)
            {
                // An inferred value changes with the section.
                Add(item.Values.Of(field) is { IsInferred: false } value ? value.Plain : null);
            }
        }

        return Result();
    }

    // The length comes first, so that different lists of texts never form the same sequence.
    private void Add(string? text)
    {
        Add(text?.Length ?? -1);
        hash.Append(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    private void Add(int number) => hash.Append(MemoryMarshal.AsBytes(new ReadOnlySpan<int>(in number)));

    private UInt128 Result()
    {
        var result = hash.GetCurrentHashAsUInt128();
        hash.Reset();
        return result;
    }
}
