namespace KaizenGate.Core.Reading;

/// <summary>Collects what could not be read, without duplicates.</summary>
internal sealed class Problems
{
    private readonly List<ReadingProblem> found = [];
    private readonly HashSet<(int Offset, string Message)> known = [];

    public int Count => found.Count;

    public void Add(SourceSpan span, string message)
    {
        if (known.Add((span.Offset, message)))
        {
            found.Add(new ReadingProblem(span, message));
        }
    }

    /// <summary>Removes all.</summary>
    public void Clear()
    {
        found.Clear();
        known.Clear();
    }

    /// <summary>Adds the problems of a later part of the text.</summary>
    public void AddRange(Problems later)
    {
        foreach (var problem in later.found)
        {
            if (known.Add((problem.Span.Offset, problem.Message)))
            {
                found.Add(problem);
            }
        }
    }

    /// <summary>Assigns the problems from an index on to an improvement.</summary>
    public void Assign(int from, Improvement item)
    {
        for (var index = from; index < found.Count; index++)
        {
            found[index] = found[index] with { Item = item };
        }
    }

    /// <summary>Returns the problems in the order of the text, each with its final improvement.</summary>
    public ImmutableArray<ReadingProblem> InOrder(ImmutableArray<Improvement> improvements)
    {
        if (found.Count == 0)
        {
            return [];
        }

        var byOffset = new Dictionary<int, Improvement>();
        foreach (var item in improvements)
        {
            byOffset[item.Span.Offset] = item;
            foreach (var place in item.OtherPlaces)
            {
                byOffset[place.Offset] = item;
            }
        }

        return
        [
            .. found
                .OrderBy(problem => problem.Span.Offset)
                .Select(problem =>
                    problem with
                    {
                        Item = problem.Item is { } item ? byOffset.GetValueOrDefault(item.Span.Offset, item) : null,
                    }
                ),
        ];
    }
}
