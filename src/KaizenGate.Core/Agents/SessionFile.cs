namespace KaizenGate.Core.Agents;

/// <summary>The open file of a session, which no other run can open meanwhile.</summary>
internal sealed class SessionFile : IDisposable
{
    /// <summary>See <see cref="SessionFolder"/>.</summary>
    private const long MaxBytes = 8L * 1024 * 1024;

    private readonly FileStream stream;

    /// <exception cref="IOException">It cannot be read.</exception>
    public SessionFile(FileStream stream)
    {
        this.stream = stream;
        try
        {
            var bytes = PlainFile.Rest(stream, MaxBytes);
            State = SessionState.Parse(bytes);
            IsDamaged = bytes.Length > 0 && State is null;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>What is known of the session; null when it is new or damaged.</summary>
    public SessionState? State { get; private set; }

    /// <summary>Whether its file is not a state of this version, so that it may have been asked before.</summary>
    public bool IsDamaged { get; }

    /// <summary>Writes the state.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Write(SessionState state)
    {
        SystemCall.Of(() =>
        {
            stream.Seek(0, SeekOrigin.Begin);
            stream.Write(state.ToJson());
            stream.SetLength(stream.Position);
        });
        State = state;
    }

    public void Dispose() => stream.Dispose();
}
