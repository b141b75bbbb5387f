using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing;

/// <summary>Finds the extents of the headings of a text.</summary>
internal sealed class OutlineMap
{
    private readonly string text;
    private readonly List<Scope> scopes = [];
    private readonly List<int> starts = [];
    private readonly List<int> ends = [];
    private readonly Dictionary<Scope, int> indexes = new(ReferenceEqualityComparer.Instance);

    public OutlineMap(Scope root, string text)
    {
        this.text = text;
        Root = root;
        Add(root);
        Sections = [.. scopes.Where(scope => scope.Meaning.IsSection && !scope.IsItem)];
    }

    public Scope Root { get; }

    /// <summary>The root, then all headings in the order of the text.</summary>
    public IReadOnlyList<Scope> Scopes => scopes;

    /// <summary>The headings that give a status or a priority to what is below them, in the order of the text.</summary>
    public IReadOnlyList<Scope> Sections { get; }

    /// <summary>Start of the heading's line; 0 for the root.</summary>
    public int StartOf(Scope scope) => starts[indexes[scope]];

    /// <summary>The start of the next heading that is not below this one, else the end of the text.</summary>
    public int EndOf(Scope scope) =>
        ends[indexes[scope]] is var next && next < scopes.Count ? starts[next] : text.Length;

    /// <summary>The start of the next heading of any level, else the end of the text.</summary>
    public int EndOfContent(Scope scope) =>
        indexes[scope] + 1 is var next && next < scopes.Count ? starts[next] : text.Length;

    /// <summary>The heading at or above an offset.</summary>
    public Scope At(int offset)
    {
        var index = starts.BinarySearch(offset);
        return scopes[index >= 0 ? index : ~index - 1];
    }

    /// <summary>The end of the heading's last line, including its underline.</summary>
    public int EndOfHeading(Scope scope)
    {
        if (scope.Heading is null)
        {
            return 0;
        }

        var end = TextLines.EndOf(text, scope.Heading.Text.End);
        return text.AsSpan(StartOf(scope), end - StartOf(scope)).TrimStart().StartsWith("#")
            ? end
            : TextLines.EndOf(text, TextLines.NextStart(text, end));
    }

    private void Add(Scope scope)
    {
        var index = scopes.Count;
        indexes[scope] = index;
        scopes.Add(scope);
        ends.Add(0);
        starts.Add(scope.Heading is null ? 0 : TextLines.StartOf(text, scope.Heading.Text.Start));
        foreach (var child in scope.Children)
        {
            Add(child);
        }

        ends[index] = scopes.Count;
    }
}
