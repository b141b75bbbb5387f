using System.Globalization;
using System.Text;
using System.Text.Json;

namespace KaizenGate.Core.Tests.Transcripts;

/// <summary>Writes a transcript in the form of a host, one call after another.</summary>
internal abstract class SessionText(string session, string folder, DateTimeOffset start)
{
    private readonly StringBuilder text = new();
    private int calls;

    public string Session { get; } = session;

    public string Folder { get; } = folder;

    /// <summary>The time of the next line.</summary>
    public DateTimeOffset Now { get; set; } = start;

    public override string ToString() => text.ToString();

    public Stream Stream() => new MemoryStream(Encoding.UTF8.GetBytes(ToString()));

    /// <summary>Appends a line as it is.</summary>
    public SessionText Line(string line)
    {
        text.Append(line).Append('\n');
        return this;
    }

    /// <summary>Appends the run of a command.</summary>
    /// <param name="command">As typed.</param>
    /// <param name="failure">The text of the failure; null for success.</param>
    /// <param name="seconds">Its duration.</param>
    public abstract SessionText Run(string command, string? failure = null, double seconds = 2);

    /// <summary>Appends a change of a file.</summary>
    public abstract SessionText Edit(string file, string? failure = null);

    public abstract SessionText Read(string file);

    protected string NextId() => $"call_{Session}_{++calls}";

    protected string Time() => Now.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    protected void Pass(double seconds) => Now += TimeSpan.FromSeconds(seconds);

    protected static string Json(string value) => JsonSerializer.Serialize(value);
}
