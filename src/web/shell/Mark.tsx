/** Many small voices: note heads rising over a stave. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 24" aria-hidden="true">
      <g stroke="currentColor" strokeOpacity=".4" strokeWidth="1">
        <path d="M0 3.5h32M0 8.5h32M0 13.5h32M0 18.5h32" />
      </g>
      <g fill="currentColor">
        <ellipse cx="6" cy="18" rx="3.4" ry="2.6" transform="rotate(-20 6 18)" />
        <ellipse cx="15" cy="13" rx="3.4" ry="2.6" transform="rotate(-20 15 13)" />
        <ellipse cx="24" cy="5.5" rx="3.4" ry="2.6" transform="rotate(-20 24 5.5)" />
      </g>
    </svg>
  );
}
