using System.Globalization;

namespace KaizenGate.Core.Reading;

/// <summary>Reads the values of a draft and reports those that it cannot read.</summary>
/// <param name="memo">Caches improvements for other revisions of the text; null for a text that is read only once.</param>
internal sealed class ImprovementReader(
    IPlaces places,
    ReadingOptions options,
    Problems problems,
    ItemMemo? memo = null
)
{
    private readonly StatusVocabulary vocabulary = new(options);
    private readonly Dictionary<string, LabelMeaning> meanings = [];

    public ItemMemo? Memo => memo;

    /// <summary>The fields of one draft at a time.</summary>
    public List<FoundField> Fields { get; } = [];

    /// <summary>The same without placeholders.</summary>
    private readonly List<FoundField> filled = [];

    public Improvement Read(Draft draft)
    {
        var firstProblem = problems.Count;
        if (draft.Wider is { } wider)
        {
            problems.Add(
                places.Span(wider.Row),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the row has {wider.Cells} cells, the header {wider.Columns}; write a | inside a cell as \\|"
                )
            );
        }

        var values = new DraftValues(draft, filled, places, problems);
        var statuses = vocabulary.With(draft.Context.Legend);
        var statusFields = new DraftStatus(draft, values, statuses);
        var title = draft.Title;
        var (status, signs) = StatusReader.Decide(draft, statusFields.Sign(), statuses, places, problems);
        var labels = values.Text(FieldCatalog.Labels) is { } written
            ? new IssueLabels(written, meanings)
            : IssueLabels.None;
        var ratings = new RatingReader(options.Scoring, values, draft.Context, labels);
        var reader = new FieldReader(values, ratings, status, statusFields.Remark(status), draft.Context.Owner, labels);
        var read = WrittenValues.Read(options.Fields, reader, static (reader, field) => reader.Read(field));
        var fields = values.All();
        var (score, missing) = ScoreReader.Read(read, fields, options.Scoring.Formula);
        var improvement = new Improvement
        {
            Title = title.Title.Length > 0 ? title.Title : title.Id!,
            Span = title.Title.Length > 0 ? values.SpanOf(title.Extent) : values.SpanOf(title.IdExtent),
            Form = draft.Form,
            Key = title.Key,
            Id = title.Id,
            Address = draft.Address,
            IdSpan = title.Id is null ? null : values.SpanOf(title.IdExtent),
            Section = draft.Context.Section,
            Status = status,
            StatusSigns = signs,
            Values = read,
            Score = score,
            MissingForScore = missing,
            SubTasks = draft.SubTasks,
            SubTasksDone = draft.SubTasksDone,
            Fields = fields,
        };
        problems.Assign(firstProblem, improvement);

        return improvement;
    }
}
