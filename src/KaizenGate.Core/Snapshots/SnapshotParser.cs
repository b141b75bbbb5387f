using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace KaizenGate.Core.Snapshots;

/// <summary>
/// Parses the lines of a snapshot. All methods throw <see cref="JsonException"/>, <see cref="FormatException"/> or
/// <see cref="InvalidOperationException"/> for a line that is not of one.
/// </summary>
internal sealed class SnapshotParser
{
    private const int LongestAddress = 2_000;

    /// <summary>The longest text in bytes that is looked up in <see cref="known"/>.</summary>
    private const int LongestKnown = 32;

    private const int KnownBits = 10;

    private static readonly SearchValues<char> AddressSigns = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#%=&+,@"
    );

    /// <summary>The last text of each hash. Names, labels and logins repeat in thousands of lines; those in ASCII become one string each.</summary>
    private readonly string?[] known = new string?[1 << KnownBits];

    private readonly List<string> texts = [];
    private readonly List<(string, string)> fields = [];
    private readonly List<IssueEvent> events = [];

    /// <summary>Parses the header of a snapshot.</summary>
    /// <param name="line">The line in UTF-8.</param>
    public Snapshot Header(ReadOnlySpan<byte> line)
    {
        var json = Open(line);
        var version = 0;
        string? tracker = null;
        string? project = null;
        DateTimeOffset? pulledAt = null;
        DateTimeOffset? wholeAt = null;
        var snapshot = new Snapshot
        {
            Tracker = "",
            Project = "",
            PulledAt = default,
            WholeAt = default,
        };
        while (NextProperty(ref json) is { } name)
        {
            switch (name)
            {
                case SnapshotFile.Mark:
                    version = json.GetInt32();
                    break;
                case "tracker":
                    tracker = json.GetString();
                    break;
                case "project":
                    project = json.GetString();
                    break;
                case "pulledAt":
                    pulledAt = json.GetDateTimeOffset();
                    break;
                case "wholeAt":
                    wholeAt = json.GetDateTimeOffset();
                    break;
                case "since":
                    snapshot = snapshot with { Since = json.GetDateTimeOffset() };
                    break;
                case "etag":
                    snapshot = snapshot with { ETag = json.GetString() };
                    break;
                case "lastEvent":
                    snapshot = snapshot with { LastEvent = json.GetString() };
                    break;
                case "onlyLabels":
                    snapshot = snapshot with { OnlyLabels = Texts(ref json) };
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        Close(ref json);
        return version == SnapshotFile.Version
            ? snapshot with
            {
                Tracker = tracker ?? throw new FormatException(),
                Project = project ?? throw new FormatException(),
                PulledAt = pulledAt ?? throw new FormatException(),
                WholeAt = wholeAt ?? throw new FormatException(),
            }
            : throw new FormatException();
    }

    /// <summary>Parses an issue.</summary>
    /// <param name="line">The line in UTF-8.</param>
    /// <param name="place">The place of the line.</param>
    public TrackerIssue Issue(ReadOnlySpan<byte> line, SourceSpan place)
    {
        var json = Open(line);
        string? id = null;
        string? address = null;
        string? title = null;
        string? state = null;
        string? reason = null;
        string? author = null;
        string? assignee = null;
        DateTimeOffset? created = null;
        DateTimeOffset? updated = null;
        DateTimeOffset? closed = null;
        DateOnly? due = null;
        ImmutableArray<string> labels = [];
        ImmutableArray<(string, string)> fieldsFound = [];
        ImmutableArray<IssueEvent> eventsFound = [];
        var (tasks, tasksDone) = (0, 0);
        var lacksEvents = false;
        while (NextProperty(ref json) is { } name)
        {
            switch (name)
            {
                case "id":
                    id = json.GetString();
                    break;
                case "url":
                    address = json.GetString();
                    break;
                case "title":
                    title = json.GetString();
                    break;
                case "state":
                    state = Text(ref json);
                    break;
                case "reason":
                    reason = Text(ref json);
                    break;
                case "author":
                    author = Text(ref json);
                    break;
                case "assignee":
                    assignee = Text(ref json);
                    break;
                case "created":
                    created = json.GetDateTimeOffset();
                    break;
                case "updated":
                    updated = json.GetDateTimeOffset();
                    break;
                case "closed":
                    closed = json.GetDateTimeOffset();
                    break;
                case "due":
                    due = DayOf(json.GetString());
                    break;
                case "labels":
                    labels = Texts(ref json);
                    break;
                case "fields":
                    fieldsFound = Fields(ref json);
                    break;
                case "tasks":
                    tasks = json.GetInt32();
                    break;
                case "tasksDone":
                    tasksDone = json.GetInt32();
                    break;
                case "lacksEvents":
                    lacksEvents = json.GetBoolean();
                    break;
                case "events":
                    eventsFound = Events(ref json);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        Close(ref json);
        return new()
        {
            Place = place,
            Id = IsId(id) ? id : throw new FormatException(),
            Address = IsAddress(address) ? address : null,
            Title = title ?? throw new FormatException(),
            State = state switch
            {
                "open" => IssueState.Open,
                "done" => IssueState.Done,
                "rejected" => IssueState.Rejected,
                _ => throw new FormatException(),
            },
            Created = created ?? throw new FormatException(),
            Updated = updated ?? throw new FormatException(),
            Closed = closed,
            Reason = reason,
            Author = author,
            Assignee = assignee,
            Due = due,
            Labels = labels,
            Fields = fieldsFound,
            Tasks = tasks,
            TasksDone = tasksDone,
            Events = eventsFound,
            LacksEvents = lacksEvents,
        };
    }

    private ImmutableArray<string> Texts(ref Utf8JsonReader json)
    {
        texts.Clear();
        for (Enter(ref json); IsInside(ref json); )
        {
            texts.Add(Text(ref json) ?? throw new FormatException());
        }

        return [.. texts];
    }

    /// <summary>Returns the next text of an array.</summary>
    private string Element(ref Utf8JsonReader json) =>
        IsInside(ref json) && Text(ref json) is { } text ? text : throw new FormatException();

    private ImmutableArray<(string Label, string Text)> Fields(ref Utf8JsonReader json)
    {
        fields.Clear();
        for (Enter(ref json); IsInside(ref json); )
        {
            Enter(ref json);
            var (label, text) = (Element(ref json), Element(ref json));
            fields.Add(IsInside(ref json) ? throw new FormatException() : (label, text));
        }

        return [.. fields];
    }

    private ImmutableArray<IssueEvent> Events(ref Utf8JsonReader json)
    {
        events.Clear();
        for (Enter(ref json); IsInside(ref json); )
        {
            events.Add(Event(ref json));
        }

        return [.. events];
    }

    private IssueEvent Event(ref Utf8JsonReader json)
    {
        string? kind = null;
        string? text = null;
        string? by = null;
        string? commit = null;
        DateTimeOffset? at = null;
        if (json.TokenType is not JsonTokenType.StartObject)
        {
            throw new FormatException();
        }

        while (NextProperty(ref json) is { } name)
        {
            switch (name)
            {
                case "event":
                    kind = Text(ref json);
                    break;
                case "at":
                    at = json.GetDateTimeOffset();
                    break;
                case "text":
                    text = Text(ref json);
                    break;
                case "by":
                    by = Text(ref json);
                    break;
                case "commit":
                    commit = json.GetString();
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return new(
            kind switch
            {
                "closed" => IssueEventKind.Closed,
                "reopened" => IssueEventKind.Reopened,
                "labeled" => IssueEventKind.Labeled,
                "unlabeled" => IssueEventKind.Unlabeled,
                _ => throw new FormatException(),
            },
            at ?? throw new FormatException(),
            text,
            by,
            commit
        );
    }

    private static Utf8JsonReader Open(ReadOnlySpan<byte> line)
    {
        var json = new Utf8JsonReader(line);
        return json.Read() && json.TokenType is JsonTokenType.StartObject ? json : throw new FormatException();
    }

    /// <summary>Moves to the value of the next property, and returns its name; null at the end of the object.</summary>
    private string? NextProperty(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType is JsonTokenType.EndObject)
        {
            return null;
        }

        var name = Text(ref json);
        json.Read();
        return name;
    }

    private static void Enter(ref Utf8JsonReader json)
    {
        if (json.TokenType is not JsonTokenType.StartArray)
        {
            throw new FormatException();
        }
    }

    /// <summary>Moves to the next element of an array; false at its end.</summary>
    private static bool IsInside(ref Utf8JsonReader json) =>
        json.Read() && json.TokenType is not JsonTokenType.EndArray;

    /// <summary>Throws when something follows the object.</summary>
    private static void Close(ref Utf8JsonReader json) => json.Read();

    /// <summary>Returns a text that may repeat.</summary>
    private string? Text(ref Utf8JsonReader json)
    {
        var bytes = json.ValueSpan;
        if (json.ValueIsEscaped || bytes.Length > LongestKnown || json.TokenType is JsonTokenType.Null)
        {
            return json.GetString();
        }

        ref var last = ref known[PlaceOf(bytes)];
        return last is not null && Ascii.Equals(bytes, last) ? last : last = json.GetString();
    }

    /// <summary>The place of a short text in <see cref="known"/>, by its length and its first and last bytes.</summary>
    private static int PlaceOf(ReadOnlySpan<byte> bytes)
    {
        Span<byte> ends = stackalloc byte[2 * sizeof(ulong)];
        ends.Clear();
        bytes[..Math.Min(bytes.Length, sizeof(ulong))].CopyTo(ends);
        bytes[^Math.Min(bytes.Length, sizeof(ulong))..].CopyTo(ends[sizeof(ulong)..]);
        var hash =
            ((ulong)bytes.Length * 0x9E3779B97F4A7C15)
            ^ (BinaryPrimitives.ReadUInt64LittleEndian(ends) * 0xC2B2AE3D27D4EB4F)
            ^ (BinaryPrimitives.ReadUInt64LittleEndian(ends[sizeof(ulong)..]) * 0x165667B19E3779F9);
        return (int)(hash >> (64 - KnownBits));
    }

    private static DateOnly? DayOf(string? text) =>
        text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool IsId([NotNullWhen(true)] string? text) =>
        text is ['#', .. { Length: > 0 and <= 18 } digits] && !digits.AsSpan().ContainsAnyExceptInRange('0', '9');

    /// <summary>Whether a text is an address of the web that is safe in a link of any format.</summary>
    private static bool IsAddress(string? text) =>
        text is { Length: > 0 and <= LongestAddress }
        && text.AsSpan().IndexOfAnyExcept(AddressSigns) < 0
        && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
}
